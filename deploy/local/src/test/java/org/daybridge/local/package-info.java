/** The stack as a whole, with small programs in the place of the services. */
@NullMarked
package org.daybridge.local;

import org.jspecify.annotations.NullMarked;
