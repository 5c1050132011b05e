/** Who treats a patient, and the access that follows from it. */
@NullMarked
package org.daybridge.intake.careteam;

import org.jspecify.annotations.NullMarked;
