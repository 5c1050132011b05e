/** Sends notices away from the requests. */
@NullMarked
package org.daybridge.outcomes.notice.worker;

import org.jspecify.annotations.NullMarked;
