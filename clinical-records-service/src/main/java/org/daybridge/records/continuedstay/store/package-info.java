/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.continuedstay.store;

import org.jspecify.annotations.NullMarked;
