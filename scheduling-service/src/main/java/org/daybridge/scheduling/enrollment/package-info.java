/** Who has a seat in which session, who waits for one, and why someone may not have it. */
@NullMarked
package org.daybridge.scheduling.enrollment;

import org.jspecify.annotations.NullMarked;
