/** Episodes in PostgreSQL. */
@NullMarked
package org.daybridge.scheduling.episode.store;

import org.jspecify.annotations.NullMarked;
