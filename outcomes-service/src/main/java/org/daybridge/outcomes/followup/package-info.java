/** Following up after discharge, at 7, 30, 90, 180 and 365 days. */
@NullMarked
package org.daybridge.outcomes.followup;

import org.jspecify.annotations.NullMarked;
