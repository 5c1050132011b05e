/** Outreach and the risk cases of outcomes. */
@NullMarked
package org.daybridge.scheduling.outreach.messaging;

import org.jspecify.annotations.NullMarked;
