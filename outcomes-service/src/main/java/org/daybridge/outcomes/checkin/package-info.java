/**
 * The daily check-in: a form of under a minute, by track, whose risk answers are judged at once.
 */
@NullMarked
package org.daybridge.outcomes.checkin;

import org.jspecify.annotations.NullMarked;
