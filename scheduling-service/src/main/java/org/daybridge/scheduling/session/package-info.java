/**
 * One session: planned, started and ended by the people who run it, closed with an attestation, or
 * cancelled with a reason.
 */
@NullMarked
package org.daybridge.scheduling.session;

import org.jspecify.annotations.NullMarked;
