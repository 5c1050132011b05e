/** What the pharmacy gave of an order, what is left of it, and where it ran out. */
@NullMarked
package org.daybridge.medication.supply;

import org.jspecify.annotations.NullMarked;
