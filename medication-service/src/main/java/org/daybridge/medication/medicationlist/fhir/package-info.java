/** The list as MedicationStatement. */
@NullMarked
package org.daybridge.medication.medicationlist.fhir;

import org.jspecify.annotations.NullMarked;
