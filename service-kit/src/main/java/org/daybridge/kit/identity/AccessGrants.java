package org.daybridge.kit.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.GrantKind;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * This service's copy of who may see whom, which the row policies read. The service that gives a
 * grant writes it here in the same transaction as its event; the others follow.
 */
@ApplicationScoped
public class AccessGrants {
  private final Jdbi jdbi;

  AccessGrants(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A grant as it travels and as it is kept. */
  public record Grant(
      UUID grantId,
      UUID principalId,
      UUID patientId,
      GrantKind kind,
      String purpose,
      int allowedLabels,
      boolean canWrite,
      Instant validFrom,
      @Nullable Instant validTo) {}

  /** Keeps a grant; one with the same id is replaced. */
  public void put(Grant grant) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into access_grant (grant_id, organization_id, principal_id, patient_id, kind, purpose,"
                        + " allowed_labels, can_write, valid_from, valid_to) values (:id, :org, :principal, :patient,"
                        + " :kind, :purpose, :labels, :write, :from, :to)"
                        + " on conflict (grant_id) do update set allowed_labels = excluded.allowed_labels,"
                        + " can_write = excluded.can_write, valid_from = excluded.valid_from,"
                        + " valid_to = excluded.valid_to")
                .bind("id", grant.grantId())
                .bind("org", Callers.current().organizationId())
                .bind("principal", grant.principalId())
                .bind("patient", grant.patientId())
                .bind("kind", grant.kind().name())
                .bind("purpose", grant.purpose())
                .bind("labels", grant.allowedLabels())
                .bind("write", grant.canWrite())
                .bind("from", grant.validFrom())
                .bindByType("to", grant.validTo(), Instant.class)
                .execute());
  }

  /** Ends a grant at this time, or earlier when it ends earlier. */
  public void end(UUID grantId, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update access_grant set valid_to = greatest(valid_from, :at) where grant_id = :id"
                        + " and (valid_to is null or valid_to > :at)")
                .bind("id", grantId)
                .bind("at", at)
                .execute());
  }

  /** The grants of this kind for the patient that have no end. */
  public List<Grant> open(UUID patientId, GrantKind kind) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from access_grant where patient_id = :patient and kind = :kind"
                        + " and valid_to is null limit 1000")
                .bind("patient", patientId)
                .bind("kind", kind.name())
                .map((row, _) -> grant(row))
                .list());
  }

  public Optional<Grant> find(UUID grantId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from access_grant where grant_id = :id")
                .bind("id", grantId)
                .map((row, _) -> grant(row))
                .findOne());
  }

  private static Grant grant(ResultSet row) throws SQLException {
    OffsetDateTime to = row.getObject("valid_to", OffsetDateTime.class);
    return new Grant(
        row.getObject("grant_id", UUID.class),
        row.getObject("principal_id", UUID.class),
        row.getObject("patient_id", UUID.class),
        GrantKind.valueOf(row.getString("kind")),
        row.getString("purpose"),
        row.getInt("allowed_labels"),
        row.getBoolean("can_write"),
        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
        to == null ? null : to.toInstant());
  }
}
