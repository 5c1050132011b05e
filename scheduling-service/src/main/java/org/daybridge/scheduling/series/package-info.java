/** Sessions that repeat: the weekly template of a track, and any other series. */
@NullMarked
package org.daybridge.scheduling.series;

import org.jspecify.annotations.NullMarked;
