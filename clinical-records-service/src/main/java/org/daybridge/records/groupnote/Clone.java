package org.daybridge.records.groupnote;

import java.util.List;
import org.daybridge.contract.intake.PatientId;

/**
 * Two texts that are too alike. {@code other} is empty when the twin is an earlier note of the same
 * patient. The spans are the runs of words that both share, as written in the first.
 */
public record Clone(
    PatientId patient, PatientId other, boolean earlierNote, double similarity, List<Span> spans) {

  /** From and to are character offsets into the first patient's section. */
  public record Span(int from, int to) {}

  public Clone {
    spans = List.copyOf(spans);
  }
}
