/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.note.store;

import org.jspecify.annotations.NullMarked;
