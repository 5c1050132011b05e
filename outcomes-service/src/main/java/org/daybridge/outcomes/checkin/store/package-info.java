/** Check-ins as rows, their forms from a file. */
@NullMarked
package org.daybridge.outcomes.checkin.store;

import org.jspecify.annotations.NullMarked;
