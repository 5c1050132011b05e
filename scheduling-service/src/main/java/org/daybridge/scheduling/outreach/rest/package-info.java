/** Outreach over HTTP. */
@NullMarked
package org.daybridge.scheduling.outreach.rest;

import org.jspecify.annotations.NullMarked;
