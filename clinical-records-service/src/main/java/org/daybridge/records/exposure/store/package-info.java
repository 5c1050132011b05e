/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.exposure.store;

import org.jspecify.annotations.NullMarked;
