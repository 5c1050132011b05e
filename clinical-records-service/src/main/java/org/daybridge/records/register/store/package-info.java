/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.register.store;

import org.jspecify.annotations.NullMarked;
