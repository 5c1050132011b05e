package org.daybridge.scheduling.outreach.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.scheduling.outreach.Outreach;
import org.daybridge.scheduling.outreach.Outreach.Closed;
import org.daybridge.scheduling.outreach.Outreach.Outcome;
import org.daybridge.scheduling.outreach.Outreaches;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheOutreaches implements Outreaches {
  private static final TypeReference<List<Outreach.Attempt>> ATTEMPTS = new TypeReference<>() {};

  private final Jdbi jdbi;
  private final ObjectMapper json;
  private final RulePacks packs;
  private final Clock clock;

  PanacheOutreaches(Jdbi jdbi, ObjectMapper json, RulePacks packs, Clock clock) {
    this.jdbi = jdbi;
    this.json = json;
    this.packs = packs;
    this.clock = clock;
  }

  @Override
  public Outreach require(UUID id) {
    return outreach(row(id));
  }

  private static OutreachRow row(UUID id) {
    OutreachRow row = OutreachRow.findById(id);
    if (row == null) {
      throw new NotVisible("Outreach", id);
    }
    return row;
  }

  @Override
  public Optional<Outreach> of(SessionId session, PatientId patient) {
    return OutreachRow.<OutreachRow>find(
            "sessionId = ?1 and patientId = ?2", session.value(), patient.value())
        .firstResultOptional()
        .map(this::outreach);
  }

  private Outreach outreach(OutreachRow row) {
    return new Outreach(
        row.id,
        new PatientId(row.patientId),
        row.labels,
        new SessionId(row.sessionId),
        row.openedAt,
        row.urgent,
        attempts(row),
        Optional.ofNullable(row.closedAt)
            .map(at -> new Closed(Outcome.valueOf(String.valueOf(row.outcome)), at)),
        row.version);
  }

  private List<Outreach.Attempt> attempts(OutreachRow row) {
    try {
      return json.readValue(row.attempts, ATTEMPTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The attempts of outreach " + row.id + " do not read", e);
    }
  }

  private String written(Outreach outreach) {
    try {
      return json.writeValueAsString(outreach.attempts());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Attempts can't be written", e);
    }
  }

  @Override
  public void addOnce(Outreach outreach) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into outreach (outreach_id, organization_id, patient_id, labels,"
                        + " session_id, opened_at, urgent, attempts, version) values (:id, :org,"
                        + " :patient, :labels, :session, :opened, :urgent, '[]', 0) on conflict"
                        + " (session_id, patient_id) do nothing")
                .bind("id", outreach.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", outreach.patient())
                .bind("labels", outreach.labels())
                .bind("session", outreach.session())
                .bind("opened", outreach.openedAt())
                .bind("urgent", outreach.urgent())
                .execute());
  }

  @Override
  public void save(Outreach outreach) {
    OutreachRow row = row(outreach.id());
    row.attempts = written(outreach);
    row.contactedAt = outreach.contactedAt().orElse(null);
    row.outcome = outreach.closed().map(end -> end.outcome().name()).orElse(null);
    row.closedAt = outreach.closed().map(Closed::at).orElse(null);
    row.persistAndFlush();
  }

  @Override
  public List<OutreachView> open(int rows, @Nullable String after) {
    var pack = packs.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    int review = pack.number("no-show-review-count");
    var begin = After.read(after);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select o.outreach_id, o.patient_id, o.session_id, o.opened_at, o.version,"
                        + " o.urgent or exists (select 1 from risk_flag r where r.patient_id ="
                        + " o.patient_id and r.closed_at is null) as urgent,"
                        + " jsonb_array_length(o.attempts) as attempts, (select count(*) from"
                        + " attendance a where a.patient_id = o.patient_id and a.status = 'NO_SHOW'"
                        + " and a.session_start > :since) as no_shows from outreach o where"
                        + " o.closed_at is null and (o.opened_at, o.outreach_id) > (:afterTime,"
                        + " :afterId) order by o.opened_at, o.outreach_id limit :rows")
                .bind(
                    "since",
                    clock.instant().minus(Duration.ofDays(pack.number("no-show-review-days"))))
                .bind("afterTime", begin.at())
                .bind("afterId", begin.id())
                .bind("rows", rows)
                .map(
                    (row, _) ->
                        new OutreachView(
                            row.getObject("outreach_id", UUID.class),
                            row.getObject("patient_id", UUID.class),
                            row.getObject("session_id", UUID.class),
                            row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("urgent"),
                            row.getInt("attempts"),
                            row.getInt("no_shows"),
                            row.getInt("no_shows") >= review,
                            row.getLong("version")))
                .list());
  }

  @Override
  public Summary summary(Instant from, Instant to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) as cases, count(contacted_at) as reached,"
                        + " percentile_cont(0.5) within group (order by"
                        + " extract(epoch from contacted_at - opened_at) / 60) as median"
                        + " from outreach where opened_at >= :from and opened_at < :to")
                .bind("from", from)
                .bind("to", to)
                .map(
                    (row, _) ->
                        new Summary(
                            row.getInt("cases"),
                            row.getInt("reached"),
                            row.getObject("median", Double.class)))
                .one());
  }

  @Override
  public void raised(UUID riskCase, PatientId patient, int labels, String level, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into risk_flag (risk_case_id, organization_id, patient_id, labels,"
                        + " level, raised_at) values (:case, :org, :patient, :labels, :level, :at)"
                        + " on conflict (risk_case_id) do update set level = excluded.level")
                .bind("case", riskCase)
                .bind("org", Callers.current().organizationId())
                .bind("patient", patient)
                .bind("labels", labels)
                .bind("level", level)
                .bind("at", at)
                .execute());
  }

  @Override
  public void riskClosed(UUID riskCase, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("update risk_flag set closed_at = :at where risk_case_id = :case")
                .bind("case", riskCase)
                .bind("at", at)
                .execute());
  }

  @Override
  public Set<PatientId> atRisk(Collection<PatientId> patients) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select distinct patient_id from risk_flag where closed_at is null"
                        + " and patient_id = any(:patients)")
                .bindArray("patients", UUID.class, patients.stream().map(PatientId::value).toList())
                .map((row, _) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .set());
  }

  /** Where a page begins. */
  private record After(Instant at, UUID id) {
    static After read(@Nullable String cursor) {
      if (cursor == null) {
        return new After(Instant.EPOCH, new UUID(0, 0));
      }
      try {
        int bar = cursor.indexOf('|');
        return new After(
            Instant.parse(cursor.substring(0, Math.max(bar, 0))),
            UUID.fromString(cursor.substring(bar + 1)));
      } catch (RuntimeException unreadable) {
        throw BadRequest.field("cursor", "is not one that this list gave");
      }
    }
  }
}
