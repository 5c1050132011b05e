/** Instrument as FHIR R4. */
@NullMarked
package org.daybridge.outcomes.instrument.fhir;

import org.jspecify.annotations.NullMarked;
