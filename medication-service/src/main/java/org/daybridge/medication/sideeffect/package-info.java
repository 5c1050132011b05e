/** What a medicine does besides: told by the patient or seen by staff. */
@NullMarked
package org.daybridge.medication.sideeffect;

import org.jspecify.annotations.NullMarked;
