/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.protectivereport.store;

import org.jspecify.annotations.NullMarked;
