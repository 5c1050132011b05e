package org.daybridge.records.groupnote.rest;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.daybridge.records.groupnote.GroupNote;
import org.daybridge.records.groupnote.IndividualSection;
import org.daybridge.records.groupnote.IndividualSection.Participation;
import org.daybridge.records.groupnote.IndividualSection.Response;
import org.daybridge.records.plan.GoalId;

/** A group note as its leader sees it while writing. */
record GroupNoteView(
    UUID id,
    UUID sessionId,
    UUID leaderId,
    String status,
    String narrative,
    List<SectionView> sections) {

  record SectionView(
      UUID patientId,
      Participation participation,
      Response response,
      String text,
      List<UUID> goalIds) {
    static SectionView of(IndividualSection section) {
      return new SectionView(
          section.patient().value(),
          section.participation(),
          section.response(),
          section.text(),
          section.goals().stream().map(GoalId::value).toList());
    }
  }

  static GroupNoteView of(GroupNote note) {
    return new GroupNoteView(
        note.id().value(),
        note.session().value(),
        note.leader().value(),
        switch (note.state()) {
          case GroupNote.State.Open _ -> "OPEN";
          case GroupNote.State.Closed _ -> "CLOSED";
        },
        note.narrative(),
        note.sections().values().stream()
            .map(SectionView::of)
            .sorted(Comparator.comparing(SectionView::patientId))
            .toList());
  }

  @Override
  public String toString() {
    return "GroupNoteView[" + id + "]";
  }
}
