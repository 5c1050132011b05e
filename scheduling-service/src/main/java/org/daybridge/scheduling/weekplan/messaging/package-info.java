/** What planning a week takes in of intake's events. */
@NullMarked
package org.daybridge.scheduling.weekplan.messaging;

import org.jspecify.annotations.NullMarked;
