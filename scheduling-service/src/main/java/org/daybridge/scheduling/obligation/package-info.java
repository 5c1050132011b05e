/** Work, school, family and time of one's own: care fits around what a person's life holds. */
@NullMarked
package org.daybridge.scheduling.obligation;

import org.jspecify.annotations.NullMarked;
