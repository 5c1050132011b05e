/** Seats in PostgreSQL. */
@NullMarked
package org.daybridge.scheduling.enrollment.store;

import org.jspecify.annotations.NullMarked;
