/**
 * Consent to treatment, and separately the consent to disclose substance-use records (42 CFR 2.31).
 */
@NullMarked
package org.daybridge.intake.consent;

import org.jspecify.annotations.NullMarked;
