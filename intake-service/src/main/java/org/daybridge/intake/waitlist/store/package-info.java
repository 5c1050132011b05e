/** The waitlist in the database. */
@NullMarked
package org.daybridge.intake.waitlist.store;

import org.jspecify.annotations.NullMarked;
