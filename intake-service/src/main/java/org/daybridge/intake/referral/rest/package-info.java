/** Referrals over HTTP. */
@NullMarked
package org.daybridge.intake.referral.rest;

import org.jspecify.annotations.NullMarked;
