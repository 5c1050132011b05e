/** Dose schedules that rise or fall step by step, and whether they are slow enough. */
@NullMarked
package org.daybridge.medication.titration;

import org.jspecify.annotations.NullMarked;
