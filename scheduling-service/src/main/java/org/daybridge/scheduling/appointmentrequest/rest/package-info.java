/** Asked-for appointments over REST. */
@NullMarked
package org.daybridge.scheduling.appointmentrequest.rest;

import org.jspecify.annotations.NullMarked;
