/** Scores and courses as rows. */
@NullMarked
package org.daybridge.medication.response.store;

import org.jspecify.annotations.NullMarked;
