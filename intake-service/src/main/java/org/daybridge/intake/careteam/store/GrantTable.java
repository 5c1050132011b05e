package org.daybridge.intake.careteam.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.GrantKind;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.intake.careteam.GivenGrants;
import org.daybridge.kit.identity.AccessGrants.Grant;
import org.jdbi.v3.core.Jdbi;

/** The grants in the kit's table. */
@ApplicationScoped
class GrantTable implements GivenGrants {
  private final Jdbi jdbi;

  GrantTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Grant> open(PatientId patient, GrantKind kind) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from access_grant where patient_id = :patient and kind = :kind and valid_to is null")
                .bind("patient", patient)
                .bind("kind", kind.name())
                .map((row, _) -> grant(row))
                .list());
  }

  @Override
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
