/**
 * A request from outside to treat one person, until it is accepted, declined or ends in an
 * admission.
 */
@NullMarked
package org.daybridge.intake.referral;

import org.jspecify.annotations.NullMarked;
