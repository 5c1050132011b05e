/** Items of the reconciliation as rows. */
@NullMarked
package org.daybridge.medication.reconciliation.store;

import org.jspecify.annotations.NullMarked;
