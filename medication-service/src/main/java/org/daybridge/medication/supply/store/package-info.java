/** Fills as rows. */
@NullMarked
package org.daybridge.medication.supply.store;

import org.jspecify.annotations.NullMarked;
