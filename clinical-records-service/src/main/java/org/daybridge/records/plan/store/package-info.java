/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.plan.store;

import org.jspecify.annotations.NullMarked;
