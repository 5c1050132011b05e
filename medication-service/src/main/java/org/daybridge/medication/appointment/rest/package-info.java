/** Requests for appointments over HTTP. */
@NullMarked
package org.daybridge.medication.appointment.rest;

import org.jspecify.annotations.NullMarked;
