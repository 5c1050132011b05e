/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.withholding.store;

import org.jspecify.annotations.NullMarked;
