/** Referrals in the database. */
@NullMarked
package org.daybridge.intake.referral.store;

import org.jspecify.annotations.NullMarked;
