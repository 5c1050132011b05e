/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.thoughtrecord.store;

import org.jspecify.annotations.NullMarked;
