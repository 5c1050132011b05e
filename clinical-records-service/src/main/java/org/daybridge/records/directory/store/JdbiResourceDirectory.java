package org.daybridge.records.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.directory.ResourceDirectory;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiResourceDirectory implements ResourceDirectory {

  private final Jdbi jdbi;

  JdbiResourceDirectory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void put(Offer offer) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into support_offer (offer_id, organization_id, kind, name, place,"
                        + " address, online, weekday, starts_at, language, phone, verified_on,"
                        + " active) values (:id, :org, :kind, :name, :place, :address, :online,"
                        + " :day, :startsAt, :language, :phone, :verifiedOn, :active) on conflict"
                        + " (offer_id) do update set kind = excluded.kind, name = excluded.name,"
                        + " place = excluded.place, address = excluded.address, online ="
                        + " excluded.online, weekday = excluded.weekday, starts_at ="
                        + " excluded.starts_at, language = excluded.language, phone ="
                        + " excluded.phone, verified_on = excluded.verified_on, active ="
                        + " excluded.active")
                .bind("id", offer.id())
                .bind("org", Callers.current().organizationId())
                .bind("kind", offer.kind().name())
                .bind("name", offer.name())
                .bind("place", offer.place())
                .bind("address", offer.address())
                .bind("online", offer.online())
                .bindByType(
                    "day", offer.day() == null ? null : offer.day().getValue(), Integer.class)
                .bindByType("startsAt", offer.startsAt(), LocalTime.class)
                .bind("language", offer.language())
                .bind("phone", offer.phone())
                .bind("verifiedOn", offer.verifiedOn())
                .bind("active", offer.active())
                .execute());
    AuditTrail.updated("support-offer", offer.id(), null);
  }

  @Override
  public List<Offer> find(Wanted wanted) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from support_offer where active and (cast(:kind as text) is null or"
                        + " kind = :kind) and (cast(:place as text) is null or online or"
                        + " lower(place) = lower(:place)) and (cast(:day as int) is null or weekday"
                        + " = :day) and (cast(:language as text) is null or lower(language) ="
                        + " lower(:language)) order by weekday nulls last, starts_at nulls last,"
                        + " name, offer_id limit 200")
                .bindByType(
                    "kind", wanted.kind() == null ? null : wanted.kind().name(), String.class)
                .bindByType("place", wanted.place(), String.class)
                .bindByType(
                    "day", wanted.day() == null ? null : wanted.day().getValue(), Integer.class)
                .bindByType("language", wanted.language(), String.class)
                .map((row, _) -> offer(row))
                .list());
  }

  private static Offer offer(ResultSet row) throws SQLException {
    var day = row.getObject("weekday", Integer.class);
    return new Offer(
        row.getObject("offer_id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("place"),
        row.getString("address"),
        row.getBoolean("online"),
        day == null ? null : DayOfWeek.of(day),
        row.getObject("starts_at", LocalTime.class),
        row.getString("language"),
        row.getString("phone"),
        row.getObject("verified_on", LocalDate.class),
        row.getBoolean("active"));
  }
}
