/** What scheduling takes in of intake's events. */
@NullMarked
package org.daybridge.scheduling.episode.messaging;

import org.jspecify.annotations.NullMarked;
