/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.amendment.store;

import org.jspecify.annotations.NullMarked;
