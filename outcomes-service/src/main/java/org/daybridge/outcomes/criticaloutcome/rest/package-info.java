/** Critical outcomes over HTTP. */
@NullMarked
package org.daybridge.outcomes.criticaloutcome.rest;

import org.jspecify.annotations.NullMarked;
