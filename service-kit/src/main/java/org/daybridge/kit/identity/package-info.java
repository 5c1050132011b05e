/** Who calls, what the role may do, and which rows the caller can see. */
@NullMarked
package org.daybridge.kit.identity;

import org.jspecify.annotations.NullMarked;
