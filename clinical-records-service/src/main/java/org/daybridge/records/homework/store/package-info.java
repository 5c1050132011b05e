/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.homework.store;

import org.jspecify.annotations.NullMarked;
