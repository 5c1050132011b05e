/** Care teams and the grants given in the database. */
@NullMarked
package org.daybridge.intake.careteam.store;

import org.jspecify.annotations.NullMarked;
