/**
 * The people whose medication is looked after, as far as rules need to know them: followed from
 * intake.
 */
@NullMarked
package org.daybridge.medication.patient;

import org.jspecify.annotations.NullMarked;
