/** Who is admitted, on which track: the local copy of what intake announces. */
@NullMarked
package org.daybridge.scheduling.episode;

import org.jspecify.annotations.NullMarked;
