package org.daybridge.records.continuedstay.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.continuedstay.ContinuedStayPacket;
import org.daybridge.records.continuedstay.Evidence.Measure;
import org.daybridge.records.continuedstay.Evidence.NoteLine;
import org.daybridge.records.continuedstay.Evidence.Week;
import org.daybridge.records.continuedstay.StayEvidence;
import org.daybridge.records.episode.Episode;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Evidence by straight SQL over one patient; days are those of the site's zone. */
@ApplicationScoped
class JdbiStayEvidence implements StayEvidence {

  private static final String SPAN =
      " patient_id = :patient and episode_id = :episode"
          + " and (started_at at time zone :zone)::date between :from and :to";

  private final Jdbi jdbi;

  JdbiStayEvidence(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Week> weeks(Episode episode, LocalDate from, LocalDate to) {
    return jdbi.withHandle(
        handle ->
            span(
                    handle.createQuery(
                        "with given as (select date_trunc('week', started_at at time zone"
                            + " :zone)::date monday, sum(minutes) minutes from attendance where"
                            + " clinical and"
                            + SPAN
                            + " group by 1), written as (select date_trunc('week', started_at at"
                            + " time zone :zone)::date monday, sum(minutes) minutes from note"
                            + " where state = 'Signed' and session_id is not null and"
                            + SPAN
                            + " group by 1) select monday, g.minutes attended,"
                            + " coalesce(w.minutes, 0) documented from given g left join written w"
                            + " using (monday) order by monday"),
                    episode,
                    from,
                    to)
                .map(
                    (row, _) ->
                        new Week(
                            row.getObject("monday", LocalDate.class),
                            row.getInt("attended"),
                            row.getInt("documented")))
                .list());
  }

  @Override
  public List<NoteLine> notes(Episode episode, LocalDate from, LocalDate to) {
    var lines =
        jdbi.withHandle(
            handle ->
                span(
                        handle.createQuery(
                            "select note_id, kind, signed_at, minutes, content_hash from note"
                                + " where state = 'Signed' and"
                                + SPAN
                                + " order by started_at limit 1000"),
                        episode,
                        from,
                        to)
                    .map(
                        (row, _) ->
                            new NoteLine(
                                row.getObject("note_id", UUID.class),
                                row.getString("kind"),
                                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                                row.getInt("minutes"),
                                row.getString("content_hash")))
                    .list());
    lines.forEach(line -> AuditTrail.read("note", line.note(), episode.patient().value()));
    return lines;
  }

  @Override
  public int sessionsWithoutNote(Episode episode, LocalDate from, LocalDate to) {
    return jdbi.withHandle(
        handle ->
            span(
                    handle.createQuery(
                        "select count(*) from attendance a where minutes > 0 and"
                            + SPAN
                            + " and not exists (select 1 from note n where n.patient_id ="
                            + " a.patient_id and n.session_id = a.session_id and"
                            + " n.state = 'Signed')"),
                    episode,
                    from,
                    to)
                .mapTo(Integer.class)
                .one());
  }

  private static Query span(Query query, Episode episode, LocalDate from, LocalDate to) {
    return query
        .bind("patient", episode.patient())
        .bind("episode", episode.id())
        .bind("zone", episode.zone().getId())
        .bind("from", from)
        .bind("to", to);
  }

  @Override
  public List<Measure> measures(Episode episode) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select instrument, instrument_version, count(*) answers,"
                        + " (array_agg(total order by answered_at))[1] first,"
                        + " (array_agg(total order by answered_at desc))[1] latest,"
                        + " (array_agg(severity order by answered_at desc))[1] severity"
                        + " from measure_point where patient_id = :patient and answered_at >="
                        + " :since group by 1, 2 order by 1, 2")
                .bind("patient", episode.patient())
                .bind("since", episode.admittedAt().minusSeconds(86_400))
                .map(
                    (row, _) ->
                        new Measure(
                            row.getString("instrument"),
                            row.getString("instrument_version"),
                            row.getInt("answers"),
                            Optional.ofNullable(row.getBigDecimal("first")),
                            Optional.ofNullable(row.getBigDecimal("latest")),
                            Optional.ofNullable(row.getString("severity"))))
                .list());
  }

  @Override
  public int riskAlerts(Episode episode) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) from risk_signal where patient_id = :patient and raised_at >="
                        + " :since")
                .bind("patient", episode.patient())
                .bind("since", episode.admittedAt())
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public void measured(Point point) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into measure_point (measure_id, organization_id, patient_id, labels,"
                        + " instrument, instrument_version, total, severity,"
                        + " change_since_baseline, answered_at) values (:id, :org, :patient,"
                        + " :labels, :instrument, :version, :total, :severity, :change, :at)"
                        + " on conflict do nothing")
                .bind("id", point.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", point.patient())
                .bind("labels", point.labels())
                .bind("instrument", point.instrument())
                .bind("version", point.version())
                .bindByType("total", point.total().orElse(null), BigDecimal.class)
                .bindByType("severity", point.severity().orElse(null), String.class)
                .bindByType("change", point.change().orElse(null), BigDecimal.class)
                .bind("at", point.answeredAt())
                .execute());
  }

  @Override
  public void keep(ContinuedStayPacket packet, int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into continued_stay_packet (packet_id, organization_id, patient_id,"
                        + " labels, episode_id, assembled_at, canonical, content_hash) values"
                        + " (:id, :org, :patient, :labels, :episode, :at, :canonical, :hash)")
                .bind("id", packet.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", packet.patient())
                .bind("labels", labels)
                .bind("episode", packet.episode())
                .bind("at", packet.assembledAt())
                .bind("canonical", packet.canonical())
                .bind("hash", packet.hash().value())
                .execute());
    AuditTrail.created("continued-stay-packet", packet.id(), packet.patient().value());
  }

  @Override
  public Optional<Kept> find(UUID packet) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select * from continued_stay_packet where packet_id = :id")
                    .bind("id", packet)
                    .map(
                        (row, _) ->
                            new Kept(
                                packet,
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                row.getString("canonical"),
                                row.getString("content_hash")))
                    .findOne());
    found.ifPresent(
        each -> AuditTrail.read("continued-stay-packet", each.id(), each.patient().value()));
    return found;
  }
}
