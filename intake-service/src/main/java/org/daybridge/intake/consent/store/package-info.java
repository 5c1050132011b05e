/** Consents in the database. */
@NullMarked
package org.daybridge.intake.consent.store;

import org.jspecify.annotations.NullMarked;
