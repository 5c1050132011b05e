/** The list as rows. */
@NullMarked
package org.daybridge.medication.medicationlist.store;

import org.jspecify.annotations.NullMarked;
