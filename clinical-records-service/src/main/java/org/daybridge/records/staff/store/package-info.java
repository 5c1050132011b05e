/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.staff.store;

import org.jspecify.annotations.NullMarked;
