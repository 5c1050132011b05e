/**
 * Appointments that prescribers ask the desk for: a line by the day until which each is wanted,
 * settled by a seat in a session or by the word that none is wanted.
 */
@NullMarked
package org.daybridge.scheduling.appointmentrequest;

import org.jspecify.annotations.NullMarked;
