/** Measure as FHIR R4. */
@NullMarked
package org.daybridge.outcomes.measure.fhir;

import org.jspecify.annotations.NullMarked;
