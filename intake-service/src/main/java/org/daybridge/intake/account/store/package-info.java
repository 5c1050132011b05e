/** Accounts in the database. */
@NullMarked
package org.daybridge.intake.account.store;

import org.jspecify.annotations.NullMarked;
