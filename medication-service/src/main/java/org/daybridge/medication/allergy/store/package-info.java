/** Allergies as rows. */
@NullMarked
package org.daybridge.medication.allergy.store;

import org.jspecify.annotations.NullMarked;
