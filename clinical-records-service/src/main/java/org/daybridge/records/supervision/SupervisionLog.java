package org.daybridge.records.supervision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.scheduling.StaffId;

/** The supervision that the caller gave or received. Row-level security shows it to nobody else. */
public interface SupervisionLog {

  enum Kind {
    INDIVIDUAL,
    GROUP,
    LIVE_OBSERVATION,
    RECORD_REVIEW
  }

  /** One meeting; no patient is named in the topics, notes are named by id. */
  record Entry(
      UUID id,
      StaffId supervisor,
      StaffId supervisee,
      Kind kind,
      Instant startedAt,
      int minutes,
      String topics,
      List<UUID> noteIds) {
    public Entry {
      noteIds = List.copyOf(noteIds);
    }

    @Override
    public String toString() {
      return "Entry[" + id + ", minutes=" + minutes + "]";
    }
  }

  void add(Entry entry);

  /** What this person received from a time up to another; newest first, two hundred at most. */
  List<Entry> received(StaffId supervisee, Instant from, Instant to);

  /** The minutes of all of it. */
  int minutes(StaffId supervisee, Instant from, Instant to);
}
