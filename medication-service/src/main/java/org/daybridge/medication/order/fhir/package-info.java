/** Orders as MedicationRequest. */
@NullMarked
package org.daybridge.medication.order.fhir;

import org.jspecify.annotations.NullMarked;
