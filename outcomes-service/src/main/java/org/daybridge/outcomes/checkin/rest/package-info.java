/** The daily check-in over HTTP. */
@NullMarked
package org.daybridge.outcomes.checkin.rest;

import org.jspecify.annotations.NullMarked;
