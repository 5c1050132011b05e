/**
 * Accounts: a token subject tied to a staff member, patient or proxy. Linked and switched off here,
 * known everywhere by events; without one a person's token opens nothing.
 */
@NullMarked
package org.daybridge.intake.account;

import org.jspecify.annotations.NullMarked;
