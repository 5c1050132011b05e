/** Proposals to step the level of care, from measures, attendance and risk. A clinician decides. */
@NullMarked
package org.daybridge.outcomes.step;

import org.jspecify.annotations.NullMarked;
