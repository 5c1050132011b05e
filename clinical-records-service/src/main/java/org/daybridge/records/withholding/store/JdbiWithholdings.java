package org.daybridge.records.withholding.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.daybridge.contract.records.NoteId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.withholding.Withholding;
import org.daybridge.records.withholding.Withholdings;
import org.jdbi.v3.core.Jdbi;

/** Withholdings as rows; the note's own policy reads them. */
@ApplicationScoped
class JdbiWithholdings implements Withholdings {

  private final Jdbi jdbi;

  JdbiWithholdings(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** One that has ended by itself makes room for the next. */
  @Override
  public void add(Withholding each) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  "update note_withholding set lifted_at = ends_at where note_id = :note and"
                      + " lifted_at is null and ends_at <= :now")
              .bind("note", each.note())
              .bind("now", each.at())
              .execute();
          handle
              .createUpdate(
                  "insert into note_withholding (withholding_id, note_id, organization_id,"
                      + " patient_id, labels, reason, withheld_by, withheld_at, ends_at) values"
                      + " (:id, :note, :org, :patient, :labels, :reason, :by, :at, :endsAt)")
              .bind("id", each.id())
              .bind("note", each.note())
              .bind("org", Callers.current().organizationId())
              .bind("patient", each.patient())
              .bind("labels", each.labels())
              .bind("reason", each.reason().name())
              .bind("by", each.by())
              .bind("at", each.at())
              .bind("endsAt", each.endsAt())
              .execute();
        });
    AuditTrail.created("note-withholding", each.id(), each.patient().value());
  }

  @Override
  public boolean lift(NoteId note, Instant at) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update note_withholding set lifted_at = :at where note_id = :note and"
                            + " lifted_at is null")
                    .bind("at", at)
                    .bind("note", note)
                    .execute())
        > 0;
  }
}
