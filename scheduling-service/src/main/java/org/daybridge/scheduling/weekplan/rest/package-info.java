/** Week plans over HTTP. */
@NullMarked
package org.daybridge.scheduling.weekplan.rest;

import org.jspecify.annotations.NullMarked;
