package org.daybridge.kit.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The remarks about patients. */
@ApplicationScoped
public class Remarks {
  private final Jdbi jdbi;

  Remarks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What sort of remark it is. */
  public enum Kind {
    PLAIN,
    URGENT
  }

  /** A remark as it is shown. */
  public record RemarkView(
      UUID id, UUID patientId, long version, String code, String wording, boolean withdrawn) {}

  public RemarkView require(UUID id) {
    RemarkView found =
        list("remark_id = :id", id, 1).stream()
            .findFirst()
            .orElseThrow(() -> new NotVisible("remark", id));
    AuditTrail.read("remark", id, found.patientId());
    return found;
  }

  public List<RemarkView> after(@Nullable UUID id, int most) {
    UUID from = id == null ? new UUID(0, 0) : id;
    List<RemarkView> found = list("remark_id > :id order by remark_id", from, most);
    found.forEach(remark -> AuditTrail.read("remark", remark.id(), remark.patientId()));
    return found;
  }

  public UUID add(
      UUID patientId, int labels, String code, Kind kind, LocalDate madeOn, String wording) {
    UUID id = Ids.next();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into remark (remark_id, organization_id, patient_id, labels, version,"
                        + " code, kind, made_on, wording) values (:id, :org, :patient, :labels, 1,"
                        + " :code, :kind, :on, :wording)")
                .bind("id", id)
                .bind("org", Callers.current().organizationId())
                .bind("patient", patientId)
                .bind("labels", labels)
                .bind("code", code)
                .bind("kind", kind.name())
                .bind("on", madeOn)
                .bind("wording", wording)
                .execute());
    AuditTrail.created("remark", id, patientId);
    return id;
  }

  public int change(UUID id, UUID patientId, String wording, boolean withdrawn) {
    AuditTrail.updated("remark", id, patientId);
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "update remark set wording = :wording, withdrawn = :withdrawn, version ="
                        + " version + 1 where remark_id = :id")
                .bind("id", id)
                .bind("wording", wording)
                .bind("withdrawn", withdrawn)
                .execute());
  }

  private List<RemarkView> list(String where, UUID id, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select remark_id, patient_id, version, code, wording, withdrawn from remark"
                        + " where "
                        + where
                        + " limit :most")
                .bind("id", id)
                .bind("most", most)
                .map(
                    (row, _) ->
                        new RemarkView(
                            row.getObject("remark_id", UUID.class),
                            row.getObject("patient_id", UUID.class),
                            row.getLong("version"),
                            row.getString("code"),
                            row.getString("wording"),
                            row.getBoolean("withdrawn")))
                .list());
  }
}
