/** What a referral reported. */
@NullMarked
package org.daybridge.medication.medicationlist.messaging;

import org.jspecify.annotations.NullMarked;
