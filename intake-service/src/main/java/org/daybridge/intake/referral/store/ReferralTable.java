package org.daybridge.intake.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.intake.ReportedItemId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.intake.referral.Referral;
import org.daybridge.intake.referral.Referrals;
import org.daybridge.intake.referral.ReportedItem;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.crypto.FieldCipher;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Referrals and what they reported, over their Panache rows and straight SQL. */
@ApplicationScoped
class ReferralTable implements Referrals {
  private final Jdbi jdbi;
  private final FieldCipher cipher;

  ReferralTable(Jdbi jdbi, FieldCipher cipher) {
    this.jdbi = jdbi;
    this.cipher = cipher;
  }

  @Override
  public Referral require(ReferralId id) {
    ReferralRow row = ReferralRow.findById(id.value());
    if (row == null) {
      throw new NotVisible("Referral", id.value());
    }
    AuditTrail.read("Referral", id.value(), row.patientId);
    return row.toDomain();
  }

  @Override
  public void add(Referral referral, List<ReportedItem> items) {
    Caller caller = Callers.current();
    ReferralRow row = new ReferralRow();
    row.referralId = referral.id().value();
    row.organizationId = caller.organizationId();
    row.receivedBy = caller.principalId();
    row.take(referral);
    row.persistAndFlush();
    addItems(referral, items);
    AuditTrail.created("Referral", row.referralId, row.patientId);
  }

  @Override
  public void save(Referral referral) {
    ReferralRow row = ReferralRow.findById(referral.id().value());
    if (row == null) {
      throw new NotVisible("Referral", referral.id().value());
    }
    row.take(referral);
    row.persistAndFlush();
    AuditTrail.updated("Referral", row.referralId, row.patientId);
  }

  @Override
  public List<ReportedItem> items(ReferralId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from reported_item where referral_id = :id order by item_id limit 500")
                .bind("id", id)
                .map((row, _) -> item(row))
                .list());
  }

  @Override
  public List<ReportedItem> items(List<UUID> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from reported_item where item_id = any(:ids) order by item_id")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(
                    (row, _) -> {
                      AuditTrail.read(
                          "ReportedItem",
                          row.getObject("item_id", UUID.class),
                          row.getObject("patient_id", UUID.class));
                      return item(row);
                    })
                .list());
  }

  @Override
  public List<Referral> list(@Nullable PatientId patient, @Nullable UUID before, int rows) {
    List<Referral> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from referral where patient_id = any(coalesce(array[:patient::uuid],"
                            + " array(select g.patient_id from access_grant g where g.principal_id = :me)))"
                            + " and (:patient::uuid is not null or state = 'OPEN')"
                            + " and (:before::uuid is null or referral_id < :before)"
                            + " order by referral_id desc limit :rows")
                    .bindByType("patient", patient == null ? null : patient.value(), UUID.class)
                    .bind("me", Callers.current().principalId())
                    .bindByType("before", before, UUID.class)
                    .bind("rows", rows)
                    .map((row, _) -> referral(row))
                    .list());
    found.forEach(
        referral -> AuditTrail.read("Referral", referral.id().value(), referral.patient().value()));
    return found;
  }

  private void addItems(Referral referral, List<ReportedItem> items) {
    if (items.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          var batch =
              handle.prepareBatch(
                  "insert into reported_item (item_id, organization_id, patient_id, labels, referral_id, kind,"
                      + " code_system, code, description, sealed, criticality) values (:id, :org, :patient,"
                      + " :labels, :referral, :kind, :system, :code, :description, :sealed, :criticality)");
          for (ReportedItem item : items) {
            batch
                .bind("id", item.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", referral.patient())
                .bind("labels", referral.labels())
                .bind("referral", referral.id())
                .bind("kind", item.kind().name())
                .bindByType("system", item.codeSystem(), String.class)
                .bindByType("code", item.code(), String.class)
                .bindByType("description", inTheClear(item), String.class)
                .bindByType("sealed", sealed(item), byte[].class)
                .bindByType("criticality", item.criticality(), String.class)
                .add();
          }
          batch.execute();
        });
  }

  /** A coverage may name a policy number. */
  private static @Nullable String inTheClear(ReportedItem item) {
    return item.kind() == ReportedItem.Kind.COVERAGE ? null : item.description();
  }

  private byte @Nullable [] sealed(ReportedItem item) {
    return item.kind() == ReportedItem.Kind.COVERAGE
        ? cipher.encrypt(item.description(), context(item.id().value()))
        : null;
  }

  private static String context(UUID item) {
    return "reported_item.sealed." + item;
  }

  private ReportedItem item(ResultSet row) throws SQLException {
    UUID id = row.getObject("item_id", UUID.class);
    byte[] sealed = row.getBytes("sealed");
    return new ReportedItem(
        new ReportedItemId(id),
        ReportedItem.Kind.valueOf(row.getString("kind")),
        row.getString("code_system"),
        row.getString("code"),
        sealed == null ? row.getString("description") : cipher.decrypt(sealed, context(id)),
        row.getString("criticality"));
  }

  private static Referral referral(ResultSet row) throws SQLException {
    OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
    return new Referral(
        new ReferralId(row.getObject("referral_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new TrackId(row.getObject("track_id", UUID.class)),
        Referral.Source.valueOf(row.getString("source")),
        Referral.Channel.valueOf(row.getString("channel")),
        Referral.Urgency.valueOf(row.getString("urgency")),
        row.getObject("first_contact_at", OffsetDateTime.class).toInstant(),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getInt("labels"),
        ReferralRow.state(
            row.getString("state"),
            row.getObject("assessment_on", LocalDate.class),
            row.getString("decline_reason"),
            row.getString("declined_to"),
            decided == null ? null : decided.toInstant()),
        row.getLong("version"));
  }
}
