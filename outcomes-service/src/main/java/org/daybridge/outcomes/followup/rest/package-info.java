/** Follow-ups over HTTP. */
@NullMarked
package org.daybridge.outcomes.followup.rest;

import org.jspecify.annotations.NullMarked;
