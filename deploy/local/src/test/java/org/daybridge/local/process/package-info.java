/** How processes are found again, and what their ports are. */
@NullMarked
package org.daybridge.local.process;

import org.jspecify.annotations.NullMarked;
