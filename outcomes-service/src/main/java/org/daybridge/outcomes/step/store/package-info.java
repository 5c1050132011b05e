/** Step in PostgreSQL. */
@NullMarked
package org.daybridge.outcomes.step.store;

import org.jspecify.annotations.NullMarked;
