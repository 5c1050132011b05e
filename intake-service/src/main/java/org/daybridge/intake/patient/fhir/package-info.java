/** Patient as FHIR resource. */
@NullMarked
package org.daybridge.intake.patient.fhir;

import org.jspecify.annotations.NullMarked;
