package org.daybridge.kit.outbox;

/**
 * Why an event waits. FAILED and POISON wait for a person; the others are tried again by
 * themselves.
 */
enum Parked {
  /** An earlier event of the same aggregate has not come yet. */
  GAP,
  /** It speaks of somebody not known here yet. */
  NOT_YET_KNOWN,
  /** An earlier event of its key waits. */
  BEHIND,
  /** No such event or version is known to this release. */
  UNKNOWN_TYPE,
  /** It failed three times. */
  FAILED,
  /** The record is no event. */
  POISON
}
