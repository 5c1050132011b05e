/** Who may prescribe what: followed from the staff register, never granted here. */
@NullMarked
package org.daybridge.medication.prescriber;

import org.jspecify.annotations.NullMarked;
