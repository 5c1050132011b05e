/** Relapse as a clinician determined it, overdose, emergency visit, hospital: facts with dates. */
@NullMarked
package org.daybridge.outcomes.criticaloutcome;

import org.jspecify.annotations.NullMarked;
