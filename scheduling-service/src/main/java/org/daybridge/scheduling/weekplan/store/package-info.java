/** Week plans in the database. */
@NullMarked
package org.daybridge.scheduling.weekplan.store;

import org.jspecify.annotations.NullMarked;
