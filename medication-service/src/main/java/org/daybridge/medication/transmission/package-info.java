/** Prescriptions that were handed over to an e-prescribing partner, and what the partner said. */
@NullMarked
package org.daybridge.medication.transmission;

import org.jspecify.annotations.NullMarked;
