/** Authorizations in the database. */
@NullMarked
package org.daybridge.intake.authorization.store;

import org.jspecify.annotations.NullMarked;
