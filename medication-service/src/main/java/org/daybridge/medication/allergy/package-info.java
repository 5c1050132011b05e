/** Allergies and intolerances: what the safety check must never forget. */
@NullMarked
package org.daybridge.medication.allergy;

import org.jspecify.annotations.NullMarked;
