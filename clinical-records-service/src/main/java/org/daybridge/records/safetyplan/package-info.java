/**
 * The safety plan: six steps that a person in crisis goes through, from their own warning signs to
 * a safer home (Stanley and Brown; SAF-2). It is not a no-suicide contract (SAF-3).
 */
@NullMarked
package org.daybridge.records.safetyplan;

import org.jspecify.annotations.NullMarked;
