/** Rows of the people that intake told of. */
@NullMarked
package org.daybridge.medication.patient.store;

import org.jspecify.annotations.NullMarked;
