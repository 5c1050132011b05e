/**
 * An alarm leaves the system: each place that the clinic named (a paging service, a switchboard) is
 * told that somebody is needed, signed and without a word of whom or why. What is not delivered in
 * time is escalated.
 */
@NullMarked
package org.daybridge.outcomes.notice;

import org.jspecify.annotations.NullMarked;
