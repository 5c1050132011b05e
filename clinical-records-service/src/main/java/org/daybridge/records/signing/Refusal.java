package org.daybridge.records.signing;

import java.time.Instant;
import java.util.UUID;

/**
 * The patient did not sign: they refused, or could not be reached. Care is not held up by it, but
 * the record says why, how often it was tried and who saw it.
 */
public record Refusal(
    Reason reason, String words, int attempts, UUID witness, UUID recordedBy, Instant at) {

  public enum Reason {
    DECLINED,
    DISAGREES_WITH_CONTENT,
    NOT_AVAILABLE,
    NOT_ABLE
  }

  /** Without the patient's words: those stay in the record. */
  @Override
  public String toString() {
    return "Refusal[" + reason + ", attempts=" + attempts + ", at=" + at + "]";
  }
}
