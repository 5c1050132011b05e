/** Programs in the database. */
@NullMarked
package org.daybridge.intake.program.store;

import org.jspecify.annotations.NullMarked;
