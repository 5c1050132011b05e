/** Significance over HTTP. */
@NullMarked
package org.daybridge.outcomes.significance.rest;

import org.jspecify.annotations.NullMarked;
