/** Follow-ups in PostgreSQL. */
@NullMarked
package org.daybridge.outcomes.followup.store;

import org.jspecify.annotations.NullMarked;
