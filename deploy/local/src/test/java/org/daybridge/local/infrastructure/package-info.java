/** The infrastructure, started as the processes that it is. */
@NullMarked
package org.daybridge.local.infrastructure;

import org.jspecify.annotations.NullMarked;
