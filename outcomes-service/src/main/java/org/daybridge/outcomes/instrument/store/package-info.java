/** Reads the instrument files at start; a file that can't be read stops the start. */
@NullMarked
package org.daybridge.outcomes.instrument.store;

import org.jspecify.annotations.NullMarked;
