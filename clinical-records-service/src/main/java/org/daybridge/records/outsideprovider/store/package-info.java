/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.outsideprovider.store;

import org.jspecify.annotations.NullMarked;
