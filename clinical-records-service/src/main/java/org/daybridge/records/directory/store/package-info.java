/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.directory.store;

import org.jspecify.annotations.NullMarked;
