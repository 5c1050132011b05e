/** Medication lists of other systems, read from FHIR. */
@NullMarked
package org.daybridge.medication.proposal.fhir;

import org.jspecify.annotations.NullMarked;
