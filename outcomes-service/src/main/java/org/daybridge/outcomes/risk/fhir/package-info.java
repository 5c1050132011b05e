/** Risk as FHIR R4. */
@NullMarked
package org.daybridge.outcomes.risk.fhir;

import org.jspecify.annotations.NullMarked;
