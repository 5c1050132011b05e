/** Episode as other services announce it. */
@NullMarked
package org.daybridge.outcomes.episode.messaging;

import org.jspecify.annotations.NullMarked;
