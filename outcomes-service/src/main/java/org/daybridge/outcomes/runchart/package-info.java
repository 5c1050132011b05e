/** What a program looks like from week to week, of all its people and of none of them. */
@NullMarked
package org.daybridge.outcomes.runchart;

import org.jspecify.annotations.NullMarked;
