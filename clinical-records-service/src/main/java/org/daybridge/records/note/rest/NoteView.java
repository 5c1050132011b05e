package org.daybridge.records.note.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.Id;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.records.note.Addendum;
import org.daybridge.records.note.DraftVersion;
import org.daybridge.records.note.Note;
import org.daybridge.records.note.NoteContent;
import org.daybridge.records.note.NoteFormat;
import org.daybridge.records.note.NoteKind;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.signing.Signature;
import org.daybridge.records.signing.Versioned;
import org.jspecify.annotations.Nullable;

/** One note as its reader sees it: the latest draft, or the signed text with what followed. */
record NoteView(
    UUID id,
    UUID patientId,
    UUID episodeId,
    NoteKind kind,
    NoteFormat format,
    @Nullable UUID sessionId,
    Instant startedAt,
    Instant endedAt,
    UUID authorId,
    String status,
    @Nullable Content content,
    @Nullable Drafting drafting,
    @Nullable Signing signing,
    List<AddendumView> addenda) {

  record Content(
      List<NoteContent.Section> sections,
      int minutes,
      List<UUID> goalIds,
      List<String> interventions,
      Map<String, String> coded) {
    static Content of(NoteContent content) {
      return new Content(
          content.sections(),
          content.minutes(),
          content.goals().stream().map(GoalId::value).toList(),
          content.interventions(),
          content.coded());
    }
  }

  /** The version to base the next text on; more than one open version waits to be merged. */
  record Drafting(int version, List<Integer> openVersions, List<String> missingSections) {}

  record Signing(
      UUID signedBy,
      List<String> credentials,
      Instant signedAt,
      boolean lateEntry,
      @Nullable UUID planId,
      @Nullable UUID interimPlanId,
      String contentHash,
      boolean awaitsCountersignature,
      @Nullable UUID countersignedBy,
      @Nullable Instant countersignedAt,
      boolean retractionAsked) {}

  record AddendumView(
      int number,
      UUID authorId,
      List<String> credentials,
      Instant addedAt,
      String text,
      String contentHash) {}

  static NoteView of(Versioned<Note> kept) {
    var note = kept.value();
    return switch (note.state()) {
      case Note.Draft draft ->
          view(note, "DRAFT", draft.latest().content(), drafting(note, draft), null, List.of());
      case Note.Discarded _ -> view(note, "DISCARDED", null, null, null, List.of());
      case Note.Signed signed ->
          view(
              note,
              "SIGNED",
              signed.text().content(),
              null,
              signing(signed),
              signed.addenda().stream().map(NoteView::addendum).toList());
      case Note.Retracted _ -> view(note, "RETRACTED", null, null, null, List.of());
    };
  }

  private static NoteView view(
      Note note,
      String status,
      @Nullable NoteContent content,
      @Nullable Drafting drafting,
      @Nullable Signing signing,
      List<AddendumView> addenda) {
    return new NoteView(
        note.id().value(),
        note.subject().patient().value(),
        note.subject().episode().value(),
        note.kind(),
        note.format(),
        note.occasion().session().map(SessionId::value).orElse(null),
        note.occasion().startedAt(),
        note.occasion().endedAt(),
        note.author().value(),
        status,
        content == null ? null : Content.of(content),
        drafting,
        signing,
        addenda);
  }

  private static Drafting drafting(Note note, Note.Draft draft) {
    return new Drafting(
        draft.latest().number(),
        draft.heads().stream().map(DraftVersion::number).toList(),
        draft.latest().content().missing(note.format()));
  }

  private static Signing signing(Note.Signed signed) {
    var text = signed.text();
    return new Signing(
        text.signer(),
        text.signature().credentials(),
        text.signedAt(),
        text.lateEntry(),
        text.plan().map(Id::value).orElse(null),
        text.interimPlan().map(Id::value).orElse(null),
        text.hash().value(),
        signed.awaitsCountersignature(),
        signed.countersignature().map(Signature::person).orElse(null),
        signed.countersignature().map(Signature::at).orElse(null),
        signed.asked().isPresent());
  }

  private static AddendumView addendum(Addendum addendum) {
    return new AddendumView(
        addendum.number(),
        addendum.author().value(),
        addendum.credentials(),
        addendum.at(),
        addendum.text(),
        addendum.hash().value());
  }

  @Override
  public String toString() {
    return "NoteView[" + id + ", " + status + "]";
  }
}
