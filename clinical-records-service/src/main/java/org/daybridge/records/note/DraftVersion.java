package org.daybridge.records.note;

import java.time.Instant;
import java.util.Set;

/**
 * One saved text of a draft. It follows the version its window showed ({@code basedOn}, 0 for the
 * first) and takes in those it merges, so that two windows never overwrite each other.
 */
public record DraftVersion(
    int number, int basedOn, Set<Integer> merges, NoteContent content, Instant savedAt) {

  public DraftVersion {
    merges = Set.copyOf(merges);
  }

  boolean replaces(DraftVersion other) {
    return basedOn == other.number || merges.contains(other.number);
  }
}
