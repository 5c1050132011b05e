/**
 * The neutral files {@code iop-week/1} and {@code iop-week-solution/1}, and the program over them.
 */
@NullMarked
package org.daybridge.scheduling.weekplan.file;

import org.jspecify.annotations.NullMarked;
