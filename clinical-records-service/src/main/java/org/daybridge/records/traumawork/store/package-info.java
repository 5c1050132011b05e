/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.traumawork.store;

import org.jspecify.annotations.NullMarked;
