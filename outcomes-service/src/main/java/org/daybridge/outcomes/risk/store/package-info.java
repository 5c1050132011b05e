/** Risk in PostgreSQL. */
@NullMarked
package org.daybridge.outcomes.risk.store;

import org.jspecify.annotations.NullMarked;
