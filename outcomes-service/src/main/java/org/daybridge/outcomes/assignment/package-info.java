/**
 * What is due when: the baseline battery, the cadence of a population, what a clinician asks for.
 */
@NullMarked
package org.daybridge.outcomes.assignment;

import org.jspecify.annotations.NullMarked;
