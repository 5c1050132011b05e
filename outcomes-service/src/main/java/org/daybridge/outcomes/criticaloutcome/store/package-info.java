/** Critical outcomes in PostgreSQL. */
@NullMarked
package org.daybridge.outcomes.criticaloutcome.store;

import org.jspecify.annotations.NullMarked;
