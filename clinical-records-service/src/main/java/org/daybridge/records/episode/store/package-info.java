/** How it lies in PostgreSQL. */
@NullMarked
package org.daybridge.records.episode.store;

import org.jspecify.annotations.NullMarked;
