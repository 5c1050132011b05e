/** Assignment over HTTP. */
@NullMarked
package org.daybridge.outcomes.assignment.rest;

import org.jspecify.annotations.NullMarked;
