package org.daybridge.records.note;

import java.util.List;

/** The usual shapes of a note. */
public enum NoteFormat {
  SOAP,
  DAP,
  BIRP,
  NARRATIVE,
  GROUP;

  /** The sections that each shape must fill, in reading order. */
  public List<String> sections() {
    return switch (this) {
      case SOAP -> List.of("subjective", "objective", "assessment", "plan");
      case DAP -> List.of("data", "assessment", "plan");
      case BIRP -> List.of("behavior", "intervention", "response", "plan");
      case NARRATIVE -> List.of("narrative");
      case GROUP -> List.of("narrative", "individual");
    };
  }
}
