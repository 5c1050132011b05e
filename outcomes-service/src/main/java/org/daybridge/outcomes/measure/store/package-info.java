/** Measure in PostgreSQL. */
@NullMarked
package org.daybridge.outcomes.measure.store;

import org.jspecify.annotations.NullMarked;
