/** Level-of-care decisions in the database. */
@NullMarked
package org.daybridge.intake.levelofcare.store;

import org.jspecify.annotations.NullMarked;
