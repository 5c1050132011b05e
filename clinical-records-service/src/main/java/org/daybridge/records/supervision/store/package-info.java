/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.supervision.store;

import org.jspecify.annotations.NullMarked;
