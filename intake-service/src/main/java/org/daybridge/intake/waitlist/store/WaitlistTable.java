package org.daybridge.intake.waitlist.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.intake.waitlist.Waitlist;
import org.daybridge.intake.waitlist.WaitlistEntry;
import org.daybridge.intake.waitlist.WaitlistEntry.Need;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The waitlist as rows. */
@ApplicationScoped
class WaitlistTable implements Waitlist {
  private static final String RESOURCE = "WaitlistEntry";
  private static final String WAITS =
      " from waitlist_entry w join referral r on r.referral_id = w.referral_id"
          + " where w.track_id = :track and w.removed_at is null and r.state in ('OPEN', 'ACCEPTED')";

  private final Jdbi jdbi;

  WaitlistTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(WaitlistEntry entry) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into waitlist_entry (entry_id, organization_id, patient_id, labels, referral_id,"
                        + " track_id, pregnant, injects, rank, since, entered_by, version) values (:id, :org,"
                        + " :patient, :labels, :referral, :track, :pregnant, :injects, :rank, :since, :by, 1)")
                .bind("id", entry.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", entry.patient())
                .bind("labels", entry.labels())
                .bind("referral", entry.referral())
                .bind("track", entry.track())
                .bind("pregnant", entry.need().pregnant())
                .bind("injects", entry.need().injects())
                .bind("rank", entry.rank())
                .bind("since", entry.since())
                .bind("by", Callers.current().principalId())
                .execute());
    AuditTrail.created(RESOURCE, entry.id(), entry.patient().value());
  }

  @Override
  public WaitlistEntry require(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from waitlist_entry where entry_id = :id for update")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne()
                .orElseThrow(() -> new NotVisible(RESOURCE, id)));
  }

  @Override
  public void save(WaitlistEntry entry) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update waitlist_entry set offered_until = :until, accepted_at = :accepted,"
                        + " offers_declined = :declined, version = version + 1 where entry_id = :id")
                .bindByType("until", entry.offeredUntil(), Instant.class)
                .bindByType("accepted", entry.acceptedAt(), Instant.class)
                .bind("declined", entry.offersDeclined())
                .bind("id", entry.id())
                .execute());
    AuditTrail.updated(RESOURCE, entry.id(), entry.patient().value());
  }

  @Override
  public void remove(WaitlistEntry entry, WaitlistEntry.Removal reason, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update waitlist_entry set removed_at = :now, removal_reason = :reason,"
                        + " version = version + 1 where entry_id = :id")
                .bind("now", now)
                .bind("reason", reason.name())
                .bind("id", entry.id())
                .execute());
    AuditTrail.updated(RESOURCE, entry.id(), entry.patient().value());
  }

  @Override
  public void interimServices(WaitlistEntry entry, Set<WaitlistEntry.Interim> given, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update waitlist_entry set interim_services = :given, interim_services_at = :at,"
                        + " version = version + 1 where entry_id = :id")
                .bind("given", given.stream().map(Enum::name).sorted().toArray(String[]::new))
                .bind("at", at)
                .bind("id", entry.id())
                .execute());
    AuditTrail.updated(RESOURCE, entry.id(), entry.patient().value());
  }

  @Override
  public List<WaitlistEntry> line(TrackId track, int rows, @Nullable String after) {
    Place place = Place.of(after);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select w.*"
                        + WAITS
                        + " and (w.rank, w.since, w.entry_id) > (:rank, :since, :id)"
                        + " order by w.rank, w.since, w.entry_id limit :rows")
                .bind("track", track)
                .bind("rank", place.rank())
                .bind("since", place.since())
                .bind("id", place.id())
                .bind("rows", rows)
                .map((row, _) -> read(row))
                .list());
  }

  @Override
  public Summary summary(TrackId track, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) as waiting, coalesce(percentile_cont(0.5) within group (order by days), 0)"
                        + " as median, coalesce(max(days), 0) as longest from (select"
                        + " extract(epoch from :now::timestamptz - w.since) / 86400 as days"
                        + WAITS
                        + ") waits")
                .bind("now", now)
                .bind("track", track)
                .map(
                    (row, _) ->
                        new Summary(
                            row.getInt("waiting"),
                            (int) row.getDouble("median"),
                            (int) row.getDouble("longest")))
                .one());
  }

  private static WaitlistEntry read(ResultSet row) throws SQLException {
    UUID id = row.getObject("entry_id", UUID.class);
    UUID patient = row.getObject("patient_id", UUID.class);
    AuditTrail.read(RESOURCE, id, patient);
    return new WaitlistEntry(
        id,
        new PatientId(patient),
        new ReferralId(row.getObject("referral_id", UUID.class)),
        new TrackId(row.getObject("track_id", UUID.class)),
        row.getInt("labels"),
        new Need(row.getBoolean("pregnant"), row.getBoolean("injects")),
        row.getInt("rank"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        instant(row, "interim_services_at"),
        instant(row, "offered_until"),
        instant(row, "accepted_at"),
        row.getInt("offers_declined"),
        row.getObject("removed_at") != null,
        row.getLong("version"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** Where the line goes on. */
  private record Place(int rank, Instant since, UUID id) {
    static Place of(@Nullable String after) {
      if (after == null) {
        return new Place(-1, Instant.EPOCH, new UUID(0, 0));
      }
      String[] parts = after.split(" ", 3);
      try {
        return new Place(
            Integer.parseInt(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
      } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
        throw BadRequest.field("cursor", "is not one that this list gave");
      }
    }
  }
}
