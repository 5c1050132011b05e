/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.personalplan.store;

import org.jspecify.annotations.NullMarked;
