/** Sessions in PostgreSQL. */
@NullMarked
package org.daybridge.scheduling.session.store;

import org.jspecify.annotations.NullMarked;
