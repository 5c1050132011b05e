/**
 * Who waits for a place on a track, in the order that the law gives for substance use, with the
 * clocks that it sets; offers of a place and their answers.
 */
@NullMarked
package org.daybridge.intake.waitlist;

import org.jspecify.annotations.NullMarked;
