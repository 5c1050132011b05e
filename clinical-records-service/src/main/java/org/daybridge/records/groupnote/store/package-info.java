/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.groupnote.store;

import org.jspecify.annotations.NullMarked;
