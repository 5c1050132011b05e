/** An instrument answered once: checked, scored, kept with its history, announced. */
@NullMarked
package org.daybridge.outcomes.measure;

import org.jspecify.annotations.NullMarked;
