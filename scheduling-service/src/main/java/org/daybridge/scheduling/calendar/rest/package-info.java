/** Calendar feeds over HTTP. */
@NullMarked
package org.daybridge.scheduling.calendar.rest;

import org.jspecify.annotations.NullMarked;
