package org.daybridge.outcomes.checkin.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.outcomes.checkin.CheckIn;
import org.daybridge.outcomes.checkin.CheckIn.Mode;
import org.daybridge.outcomes.checkin.CheckIns;
import org.daybridge.outcomes.instrument.Score;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiCheckIns implements CheckIns {
  private static final String KIND = "CheckIn";
  private static final TypeReference<LinkedHashMap<String, BigDecimal>> ANSWERS =
      new TypeReference<>() {};
  private static final TypeReference<List<Score.Alert>> ALERTS = new TypeReference<>() {};

  private final Jdbi jdbi;
  private final ObjectMapper json;

  JdbiCheckIns(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.json = json.copy().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  @Override
  public List<CheckIn> ofDay(EpisodeId episode, LocalDate day) {
    return jdbi.withHandle(
        handle -> {
          handle.execute(
              "select pg_advisory_xact_lock(hashtextextended('check-in-' || ?, 0))",
              episode.value() + "/" + day);
          return handle
              .createQuery(
                  "select * from check_in where episode_id = :episode and day = :day"
                      + " order by revision")
              .bind("episode", episode)
              .bind("day", day)
              .map((row, _) -> read(row))
              .list();
        });
  }

  @Override
  public void add(CheckIn checkIn) {
    BigDecimal used = checkIn.answers().get("used-since-yesterday");
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into check_in (check_in_id, organization_id, patient_id, labels,"
                        + " episode_id, day, revision, form_version, mode, answers, alerts,"
                        + " risk_unknown, craving, used, answered_at, received_at, author_id)"
                        + " values (:id, :org, :patient, :labels, :episode, :day, :revision, :form,"
                        + " :mode, cast(:answers as jsonb), cast(:alerts as jsonb), :unknown,"
                        + " :craving, :used, :answeredAt, :receivedAt, :author)")
                .bind("id", checkIn.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", checkIn.patient())
                .bind("labels", checkIn.labels())
                .bind("episode", checkIn.episode())
                .bind("day", checkIn.day())
                .bind("revision", checkIn.revision())
                .bind("form", checkIn.formVersion())
                .bind("mode", checkIn.mode().name())
                .bind("answers", written(checkIn.answers()))
                .bind("alerts", written(checkIn.alerts()))
                .bind("unknown", checkIn.riskUnknown())
                .bindByType("craving", checkIn.answers().get("craving"), BigDecimal.class)
                .bindByType("used", used == null ? null : used.signum() > 0, Boolean.class)
                .bind("answeredAt", checkIn.answeredAt())
                .bind("receivedAt", checkIn.receivedAt())
                .bind("author", checkIn.author())
                .execute());
    AuditTrail.created(KIND, checkIn.id(), checkIn.patient().value());
  }

  @Override
  public List<CheckIn> of(PatientId patient, int rows, @Nullable UUID before) {
    List<CheckIn> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from check_in where patient_id = :patient and"
                            + " (cast(:before as uuid) is null or check_in_id < :before)"
                            + " order by check_in_id desc limit :rows")
                    .bind("patient", patient)
                    .bindByType("before", before, UUID.class)
                    .bind("rows", rows)
                    .map((row, _) -> read(row))
                    .list());
    return audited(found);
  }

  @Override
  public List<CheckIn> newestOf(Set<UUID> patients, @Nullable LocalDate day, Instant now) {
    List<CheckIn> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select distinct on (c.patient_id) c.* from check_in c"
                            + " join episode e on e.episode_id = c.episode_id"
                            + " where c.patient_id = any(:patients) and c.day = coalesce("
                            + " cast(:day as date), (cast(:now as timestamptz) at time zone"
                            + " e.site_zone)::date)"
                            + " order by c.patient_id, c.received_at desc, c.check_in_id desc")
                    .bindArray("patients", UUID.class, patients.toArray())
                    .bindByType("day", day, LocalDate.class)
                    .bind("now", now)
                    .map((row, _) -> read(row))
                    .list());
    return audited(found);
  }

  private static List<CheckIn> audited(List<CheckIn> found) {
    found.forEach(one -> AuditTrail.read(KIND, one.id(), one.patient().value()));
    return found;
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A check-in can't be written as JSON", e);
    }
  }

  private CheckIn read(ResultSet row) throws SQLException {
    try {
      Map<String, BigDecimal> answers = json.readValue(row.getString("answers"), ANSWERS);
      answers.replaceAll((_, answer) -> CheckIn.plain(answer));
      return new CheckIn(
          row.getObject("check_in_id", UUID.class),
          new PatientId(row.getObject("patient_id", UUID.class)),
          new EpisodeId(row.getObject("episode_id", UUID.class)),
          row.getInt("labels"),
          row.getObject("day", LocalDate.class),
          row.getInt("revision"),
          row.getString("form_version"),
          Mode.valueOf(row.getString("mode")),
          answers,
          json.readValue(row.getString("alerts"), ALERTS),
          row.getBoolean("risk_unknown"),
          row.getObject("answered_at", OffsetDateTime.class).toInstant(),
          row.getObject("received_at", OffsetDateTime.class).toInstant(),
          row.getObject("author_id", UUID.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored check-in does not read", e);
    }
  }
}
