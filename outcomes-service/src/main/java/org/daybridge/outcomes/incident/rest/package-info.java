/** Incidents over HTTP. */
@NullMarked
package org.daybridge.outcomes.incident.rest;

import org.jspecify.annotations.NullMarked;
