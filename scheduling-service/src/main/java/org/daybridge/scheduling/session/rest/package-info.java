/** Sessions over HTTP. */
@NullMarked
package org.daybridge.scheduling.session.rest;

import org.jspecify.annotations.NullMarked;
