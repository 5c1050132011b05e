/** The episode of care: admission, changes of level, discharge, readmission. */
@NullMarked
package org.daybridge.intake.episode;

import org.jspecify.annotations.NullMarked;
