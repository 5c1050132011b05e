/** Transitions that ask for a reconciliation. */
@NullMarked
package org.daybridge.medication.reconciliation.messaging;

import org.jspecify.annotations.NullMarked;
