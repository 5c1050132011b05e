/** One scale over time: points with bands, change since baseline, who is not on track. */
@NullMarked
package org.daybridge.outcomes.trajectory;

import org.jspecify.annotations.NullMarked;
