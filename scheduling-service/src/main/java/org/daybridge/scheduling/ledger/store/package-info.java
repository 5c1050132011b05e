/** What the ledger is added up from, in PostgreSQL. */
@NullMarked
package org.daybridge.scheduling.ledger.store;

import org.jspecify.annotations.NullMarked;
