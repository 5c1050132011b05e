/** What ends or follows an order from outside. */
@NullMarked
package org.daybridge.medication.order.messaging;

import org.jspecify.annotations.NullMarked;
