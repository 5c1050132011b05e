/**
 * The dose of care: what a patient was to get in a week, what took place, what is documented, and
 * what may be billed, with every difference named.
 */
@NullMarked
package org.daybridge.scheduling.ledger;

import org.jspecify.annotations.NullMarked;
