/** Requests as rows. */
@NullMarked
package org.daybridge.medication.appointment.store;

import org.jspecify.annotations.NullMarked;
