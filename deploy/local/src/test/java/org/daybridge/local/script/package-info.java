/** The parts of the root script that decide something. */
@NullMarked
package org.daybridge.local.script;

import org.jspecify.annotations.NullMarked;
