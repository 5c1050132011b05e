/** Results that outcomes-service recorded. */
@NullMarked
package org.daybridge.medication.monitoring.messaging;

import org.jspecify.annotations.NullMarked;
