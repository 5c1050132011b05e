/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.attendance.store;

import org.jspecify.annotations.NullMarked;
