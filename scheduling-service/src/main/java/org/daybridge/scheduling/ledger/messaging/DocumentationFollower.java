package org.daybridge.scheduling.ledger.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.records.RecordsEvent.Prescribed;
import org.daybridge.contract.records.RecordsEvent.ProgressNoteRetracted;
import org.daybridge.contract.records.RecordsEvent.ProgressNoteSigned;
import org.daybridge.contract.records.RecordsEvent.TreatmentPlanActivated;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.scheduling.ledger.LedgerBook;

/** A signed note documents minutes, a retracted one no longer does; a plan prescribes a week. */
@ApplicationScoped
class DocumentationFollower implements Follower {
  private final LedgerBook book;

  DocumentationFollower(LedgerBook book) {
    this.book = book;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(
        ProgressNoteSigned.class, ProgressNoteRetracted.class, TreatmentPlanActivated.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    int labels = Labels.mask(envelope.labels());
    switch (event) {
      case ProgressNoteSigned note -> {
        if (note.sessionId() != null) {
          book.documented(
              new LedgerBook.Note(
                  note.noteId().value(),
                  note.patientId(),
                  labels,
                  note.sessionId(),
                  note.minutes(),
                  note.signedAt()));
        }
      }
      case ProgressNoteRetracted note -> book.retracted(note.noteId().value(), note.retractedAt());
      case TreatmentPlanActivated plan ->
          book.prescribe(
              new LedgerBook.Prescription(
                  plan.planId().value(),
                  plan.planVersion(),
                  plan.patientId(),
                  labels,
                  plan.episodeId(),
                  plan.prescribed().stream().mapToInt(Prescribed::minutesPerWeek).sum(),
                  plan.activatedAt()));
      default -> throw new IllegalArgumentException(envelope.type() + " is not followed");
    }
  }
}
