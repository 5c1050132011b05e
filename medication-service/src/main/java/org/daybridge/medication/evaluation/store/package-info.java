/** In-person evaluations as rows. */
@NullMarked
package org.daybridge.medication.evaluation.store;

import org.jspecify.annotations.NullMarked;
