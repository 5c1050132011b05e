/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.journal.store;

import org.jspecify.annotations.NullMarked;
