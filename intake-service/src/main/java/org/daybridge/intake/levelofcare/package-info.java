/** How much care is needed: what the track's instrument recommends and what the clinician chose. */
@NullMarked
package org.daybridge.intake.levelofcare;

import org.jspecify.annotations.NullMarked;
