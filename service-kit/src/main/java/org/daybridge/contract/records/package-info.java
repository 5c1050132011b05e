/** What clinical-records-service announces: plans, notes, aftercare. */
@NullMarked
package org.daybridge.contract.records;

import org.jspecify.annotations.NullMarked;
