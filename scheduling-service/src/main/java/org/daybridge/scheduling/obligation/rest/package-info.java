/** Obligations over HTTP. */
@NullMarked
package org.daybridge.scheduling.obligation.rest;

import org.jspecify.annotations.NullMarked;
