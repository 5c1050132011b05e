/** Episodes in the database. */
@NullMarked
package org.daybridge.intake.episode.store;

import org.jspecify.annotations.NullMarked;
