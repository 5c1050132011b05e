/** What medication-service announces: orders, monitoring, adherence, effects, reconciliation. */
@NullMarked
package org.daybridge.contract.medication;

import org.jspecify.annotations.NullMarked;
