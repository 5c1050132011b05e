/** Referrals that come as a FHIR bundle from an EHR. */
@NullMarked
package org.daybridge.intake.referral.fhir;

import org.jspecify.annotations.NullMarked;
