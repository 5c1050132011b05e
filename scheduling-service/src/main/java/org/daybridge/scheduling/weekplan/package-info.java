/**
 * The clinic's week: which group and which appointment takes place when, where, with whom, and who
 * sits in it.
 *
 * <p>Codes name the rules as the weekly problem does: {@code H01}–{@code H17} are never broken by a
 * plan, {@code M01}–{@code M05} count the care that would not be given, {@code S1}–{@code S9} what
 * people would rather have. All of it is proposed; people decide.
 */
@NullMarked
package org.daybridge.scheduling.weekplan;

import org.jspecify.annotations.NullMarked;
