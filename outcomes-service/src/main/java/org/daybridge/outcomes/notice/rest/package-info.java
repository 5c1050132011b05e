/** Targets of notices, and what became of them, over REST. */
@NullMarked
package org.daybridge.outcomes.notice.rest;

import org.jspecify.annotations.NullMarked;
