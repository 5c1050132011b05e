/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.disclosure.store;

import org.jspecify.annotations.NullMarked;
