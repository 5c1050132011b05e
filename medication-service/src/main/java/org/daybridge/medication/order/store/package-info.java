/** Orders and their versions as rows. */
@NullMarked
package org.daybridge.medication.order.store;

import org.jspecify.annotations.NullMarked;
