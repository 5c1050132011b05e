package org.daybridge.records.psychotherapynote.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.crypto.FieldCipher;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.Labels;
import org.daybridge.records.episode.Episodes;
import org.daybridge.records.psychotherapynote.PsychotherapyNotes;
import org.jdbi.v3.core.Jdbi;

/** Sealed notes, encrypted under their own id; the policy of the table knows only the author. */
@ApplicationScoped
class JdbiPsychotherapyNotes implements PsychotherapyNotes {

  private final Jdbi jdbi;
  private final FieldCipher cipher;
  private final Episodes episodes;
  private final Clock clock;

  JdbiPsychotherapyNotes(Jdbi jdbi, FieldCipher cipher, Episodes episodes, Clock clock) {
    this.jdbi = jdbi;
    this.cipher = cipher;
    this.episodes = episodes;
    this.clock = clock;
  }

  /** Only about a patient whom the author can see, though the note itself rests on no grant. */
  @Override
  public SealedNote add(UUID id, PatientId patient, boolean substanceUse, String text) {
    var episode =
        episodes.latest(patient).orElseThrow(() -> new NotVisible("patient", patient.value()));
    var now = clock.instant();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into psychotherapy_note (psychotherapy_note_id, organization_id,"
                        + " patient_id, labels, author_id, row_version, written_at, updated_at,"
                        + " cipher) values (:id, :org, :patient, :labels, :author, 0, :now, :now,"
                        + " :cipher)")
                .bind("id", id)
                .bind("org", Callers.current().organizationId())
                .bind("patient", patient)
                .bind("labels", episode.labels() | (substanceUse ? Labels.SUDCN : Labels.PSYTHPN))
                .bind("author", Callers.current().principalId())
                .bind("now", now)
                .bind("cipher", cipher.encrypt(text, context(id)))
                .execute());
    AuditTrail.created("psychotherapy-note", id, patient.value());
    return require(id);
  }

  @Override
  public SealedNote require(UUID id) {
    var note =
        jdbi.withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select * from psychotherapy_note where psychotherapy_note_id = :id")
                        .bind("id", id)
                        .map((row, _) -> note(row))
                        .findOne())
            .orElseThrow(() -> new NotVisible("psychotherapy-note", id));
    AuditTrail.read("psychotherapy-note", id, note.patientId());
    return note;
  }

  @Override
  public List<SealedNoteLine> of(PatientId patient) {
    var lines =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select psychotherapy_note_id, patient_id, written_at from"
                            + " psychotherapy_note where author_id = :me and patient_id = :patient"
                            + " order by written_at desc limit 200")
                    .bind("me", Callers.current().principalId())
                    .bind("patient", patient)
                    .map(
                        (row, _) ->
                            new SealedNoteLine(
                                row.getObject("psychotherapy_note_id", UUID.class),
                                row.getObject("patient_id", UUID.class),
                                row.getObject("written_at", OffsetDateTime.class).toInstant()))
                    .list());
    lines.forEach(line -> AuditTrail.read("psychotherapy-note", line.id(), line.patientId()));
    return lines;
  }

  @Override
  public SealedNote rewrite(UUID id, int version, String text) {
    var changed =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update psychotherapy_note set cipher = :cipher, updated_at = :now,"
                            + " row_version = row_version + 1 where psychotherapy_note_id = :id"
                            + " and row_version = :version")
                    .bind("cipher", cipher.encrypt(text, context(id)))
                    .bind("now", clock.instant())
                    .bind("id", id)
                    .bind("version", version)
                    .execute());
    if (changed == 0) throw RuleRefused.state("changed-meanwhile", "it was changed meanwhile");
    var note = require(id);
    AuditTrail.updated("psychotherapy-note", id, note.patientId());
    return note;
  }

  private SealedNote note(ResultSet row) throws SQLException {
    var id = row.getObject("psychotherapy_note_id", UUID.class);
    return new SealedNote(
        id,
        row.getObject("patient_id", UUID.class),
        row.getInt("row_version"),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        cipher.decrypt(row.getBytes("cipher"), context(id)));
  }

  private static String context(UUID id) {
    return "psychotherapy_note.cipher." + id;
  }
}
