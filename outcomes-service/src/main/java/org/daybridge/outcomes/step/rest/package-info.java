/** Step over HTTP. */
@NullMarked
package org.daybridge.outcomes.step.rest;

import org.jspecify.annotations.NullMarked;
