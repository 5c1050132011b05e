package org.daybridge.records.note;

import java.time.Instant;
import java.util.List;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.records.signing.ContentHash;

/** Something added to a signed note: own author, own time, own hash; the note stays as it was. */
public record Addendum(
    int number,
    StaffId author,
    List<String> credentials,
    Instant at,
    String text,
    ContentHash hash) {

  public Addendum {
    credentials = List.copyOf(credentials);
  }

  @Override
  public String toString() {
    return "Addendum[" + number + ", author=" + author + ", at=" + at + "]";
  }
}
