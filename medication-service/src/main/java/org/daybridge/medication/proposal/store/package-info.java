/** Proposed lists as rows. */
@NullMarked
package org.daybridge.medication.proposal.store;

import org.jspecify.annotations.NullMarked;
