/** What a person takes besides the orders here: recording it is never refused, only flagged. */
@NullMarked
package org.daybridge.medication.medicationlist;

import org.jspecify.annotations.NullMarked;
