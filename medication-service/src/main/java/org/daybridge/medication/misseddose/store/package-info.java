/** Patterns that were told, as rows. */
@NullMarked
package org.daybridge.medication.misseddose.store;

import org.jspecify.annotations.NullMarked;
