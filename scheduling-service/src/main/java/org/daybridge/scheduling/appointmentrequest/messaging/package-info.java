/** What is taken in of medication's and intake's events. */
@NullMarked
package org.daybridge.scheduling.appointmentrequest.messaging;

import org.jspecify.annotations.NullMarked;
