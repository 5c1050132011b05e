/** Listings in the database. */
@NullMarked
package org.daybridge.intake.directory.store;

import org.jspecify.annotations.NullMarked;
