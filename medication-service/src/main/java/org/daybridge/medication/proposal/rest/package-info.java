/** Proposed lists over HTTP. */
@NullMarked
package org.daybridge.medication.proposal.rest;

import org.jspecify.annotations.NullMarked;
