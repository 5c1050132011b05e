/** Calendars that phones subscribe to: neutral titles, a token that can be revoked. */
@NullMarked
package org.daybridge.scheduling.calendar;

import org.jspecify.annotations.NullMarked;
