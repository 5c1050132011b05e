/** Outreach in PostgreSQL. */
@NullMarked
package org.daybridge.scheduling.outreach.store;

import org.jspecify.annotations.NullMarked;
