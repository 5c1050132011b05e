/**
 * The safety check: given a person, what they take and what is proposed, it says what speaks
 * against it, how seriously, why, by which source, and what it could not look at. The same answer
 * for the same question on every path.
 */
@NullMarked
package org.daybridge.medication.safety;

import org.jspecify.annotations.NullMarked;
