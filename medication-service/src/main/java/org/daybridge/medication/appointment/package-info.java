/** Medication appointments that a prescriber asks scheduling for. */
@NullMarked
package org.daybridge.medication.appointment;

import org.jspecify.annotations.NullMarked;
