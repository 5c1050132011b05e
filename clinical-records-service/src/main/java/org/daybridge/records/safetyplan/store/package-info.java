/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.safetyplan.store;

import org.jspecify.annotations.NullMarked;
