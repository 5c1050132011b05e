/**
 * Each medication is looked at when somebody is admitted, transferred or discharged: continue,
 * change or stop.
 */
@NullMarked
package org.daybridge.medication.reconciliation;

import org.jspecify.annotations.NullMarked;
