/** Assignment in PostgreSQL. */
@NullMarked
package org.daybridge.outcomes.assignment.store;

import org.jspecify.annotations.NullMarked;
