/** The processes of a stack: how each is started, watched, started again and stopped. */
@NullMarked
package org.daybridge.local.process;

import org.jspecify.annotations.NullMarked;
