/** A tiny service made of the kit alone, to try its mechanisms on. */
@NullMarked
package org.daybridge.kit.trial;

import org.jspecify.annotations.NullMarked;
