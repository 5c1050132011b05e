/** Obligations in PostgreSQL. */
@NullMarked
package org.daybridge.scheduling.obligation.store;

import org.jspecify.annotations.NullMarked;
