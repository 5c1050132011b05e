/**
 * Programs and tracks: who is treated, how much, where, and who oversees it. Reference data; staff
 * and sites come from scheduling.
 */
@NullMarked
package org.daybridge.intake.program;

import org.jspecify.annotations.NullMarked;
