/** Episode in PostgreSQL. */
@NullMarked
package org.daybridge.outcomes.episode.store;

import org.jspecify.annotations.NullMarked;
