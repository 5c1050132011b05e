/** What other services say that an episode needs: proposals and aftercare plans. */
@NullMarked
package org.daybridge.intake.episode.messaging;

import org.jspecify.annotations.NullMarked;
