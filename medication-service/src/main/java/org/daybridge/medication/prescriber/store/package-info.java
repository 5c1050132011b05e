/** Licenses of prescribers as rows. */
@NullMarked
package org.daybridge.medication.prescriber.store;

import org.jspecify.annotations.NullMarked;
