package org.daybridge.records.print;

import java.util.List;

/** A document on paper: a title, parts in reading order, and the line at the foot of each page. */
public record Sheet(String title, String lead, List<Part> parts, String foot) {

  /** What a page is made of. */
  public sealed interface Part {

    record Heading(String text) implements Part {}

    record Words(String text) implements Part {}

    record Points(List<String> texts) implements Part {
      public Points {
        texts = List.copyOf(texts);
      }
    }

    /** A table whose head is repeated on each page. */
    record Grid(List<String> head, List<List<String>> rows) implements Part {
      public Grid {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
      }
    }
  }

  public Sheet {
    parts = List.copyOf(parts);
  }

  /** A page may be about a person's crisis: it prints, it is not logged. */
  @Override
  public String toString() {
    return "Sheet[parts=" + parts.size() + "]";
  }
}
