/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.teammeeting.store;

import org.jspecify.annotations.NullMarked;
