/** What medication-service announces: orders and their end. */
@NullMarked
package org.daybridge.contract.medication;

import org.jspecify.annotations.NullMarked;
