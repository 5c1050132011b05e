/** Patients in the database; phone, e-mail, address and identifiers encrypted. */
@NullMarked
package org.daybridge.intake.patient.store;

import org.jspecify.annotations.NullMarked;
