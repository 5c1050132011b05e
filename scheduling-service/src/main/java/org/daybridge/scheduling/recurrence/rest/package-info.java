/** Recurrence expansion over HTTP. */
@NullMarked
package org.daybridge.scheduling.recurrence.rest;

import org.jspecify.annotations.NullMarked;
