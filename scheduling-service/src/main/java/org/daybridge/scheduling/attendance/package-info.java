/**
 * Who was there, for how long: facts that are only ever appended, and what they add up to.
 *
 * <p>No rule refuses what has happened. A fact that breaks a rule is recorded with that rule.
 */
@NullMarked
package org.daybridge.scheduling.attendance;

import org.jspecify.annotations.NullMarked;
