/** Risk over HTTP. */
@NullMarked
package org.daybridge.outcomes.risk.rest;

import org.jspecify.annotations.NullMarked;
