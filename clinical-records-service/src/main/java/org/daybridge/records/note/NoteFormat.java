package org.daybridge.records.note;

import java.util.List;

/** The four usual shapes of a note and the sections each must fill, in reading order. */
public enum NoteFormat {
  SOAP("subjective", "objective", "assessment", "plan"),
  DAP("data", "assessment", "plan"),
  BIRP("behavior", "intervention", "response", "plan"),
  NARRATIVE("narrative"),
  GROUP("narrative", "individual");

  private final List<String> sections;

  NoteFormat(String... sections) {
    this.sections = List.of(sections);
  }

  public List<String> sections() {
    return sections;
  }
}
