/** What the ledger takes in of clinical-records' events. */
@NullMarked
package org.daybridge.scheduling.ledger.messaging;

import org.jspecify.annotations.NullMarked;
