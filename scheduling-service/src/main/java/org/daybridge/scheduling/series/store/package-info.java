/** Series and templates in PostgreSQL. */
@NullMarked
package org.daybridge.scheduling.series.store;

import org.jspecify.annotations.NullMarked;
