/** Staff with disciplines and licenses, and what a license allows on a given day. */
@NullMarked
package org.daybridge.scheduling.staff;

import org.jspecify.annotations.NullMarked;
