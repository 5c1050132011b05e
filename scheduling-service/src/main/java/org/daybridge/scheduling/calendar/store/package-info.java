/** Calendar feeds in PostgreSQL. */
@NullMarked
package org.daybridge.scheduling.calendar.store;

import org.jspecify.annotations.NullMarked;
