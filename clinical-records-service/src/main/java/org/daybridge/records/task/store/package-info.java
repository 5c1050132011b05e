/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.task.store;

import org.jspecify.annotations.NullMarked;
