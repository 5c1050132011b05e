/**
 * Patterns in missed doses, from what was told and seen; a day of which nobody told is not missed.
 */
@NullMarked
package org.daybridge.medication.misseddose;

import org.jspecify.annotations.NullMarked;
