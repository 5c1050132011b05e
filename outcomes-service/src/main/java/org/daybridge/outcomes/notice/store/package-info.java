/** Notices in the database. */
@NullMarked
package org.daybridge.outcomes.notice.store;

import org.jspecify.annotations.NullMarked;
