/**
 * Daybridge on one machine: everything that {@code ./daybridge up} starts, for people and tests.
 */
@NullMarked
package org.daybridge.local;

import org.jspecify.annotations.NullMarked;
