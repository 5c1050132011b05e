/** Allergies as AllergyIntolerance. */
@NullMarked
package org.daybridge.medication.allergy.fhir;

import org.jspecify.annotations.NullMarked;
