/** Medication lists that others sent: proposals that somebody reviews, item by item. */
@NullMarked
package org.daybridge.medication.proposal;

import org.jspecify.annotations.NullMarked;
