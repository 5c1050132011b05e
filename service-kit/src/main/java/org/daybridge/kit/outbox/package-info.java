/** Events out and in: they leave with the transaction that caused them and take effect once. */
@NullMarked
package org.daybridge.kit.outbox;

import org.jspecify.annotations.NullMarked;
