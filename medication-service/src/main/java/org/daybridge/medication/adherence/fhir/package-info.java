/** Observed doses over FHIR. */
@NullMarked
package org.daybridge.medication.adherence.fhir;

import org.jspecify.annotations.NullMarked;
