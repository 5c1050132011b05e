package org.daybridge.scheduling.attendance.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.Id;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.AttendanceId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.attendance.AttendanceBook;
import org.daybridge.scheduling.attendance.Roster;
import org.daybridge.scheduling.attendance.Roster.Person;
import org.daybridge.scheduling.attendance.Roster.Recorded;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

@ApplicationScoped
class JdbiAttendanceBook implements AttendanceBook {
  private static final String PERSON =
      "select p.patient_id, p.expected, e.episode_id, coalesce(e.labels, p.labels) as labels,"
          + " coalesce(e.admitted_at < s.planned_end"
          + " and coalesce(e.discharged_at > s.planned_start, true), false) as admitted,"
          + " a.attendance_id, a.announced from people p"
          + " join session s on s.session_id = :session"
          + " left join lateral (select * from episode where episode.patient_id = p.patient_id order by"
          + " (admitted_at < s.planned_end and coalesce(discharged_at > s.planned_start, true)) desc,"
          + " admitted_at desc limit 1) e on true"
          + " left join attendance a on a.session_id = :session and a.patient_id = p.patient_id"
          + " order by p.patient_id";
  private static final String ROSTER =
      "with people as (select patient_id, bool_or(expected) as expected, max(labels) as labels from ("
          + " select patient_id, true as expected, labels from enrollment"
          + " where session_id = :session and state = 'BOOKED' union all"
          + " select patient_id, false, labels from attendance_fact where session_id = :session) all_people"
          + " group by patient_id) ";
  private static final String STRANGER =
      "with people as (select patient_id, false as expected, max(labels) as labels from episode"
          + " where patient_id = :patient group by patient_id) ";

  private final Jdbi jdbi;
  private final FactJson facts;

  JdbiAttendanceBook(Jdbi jdbi, FactJson facts) {
    this.jdbi = jdbi;
    this.facts = facts;
  }

  @Override
  public Roster roster(SessionId session) {
    return jdbi.withHandle(
        handle -> {
          Map<UUID, List<Recorded>> recorded = recorded(handle, session);
          List<Person> people =
              handle
                  .createQuery(ROSTER + PERSON)
                  .bind("session", session)
                  .map((row, _) -> person(row, recorded))
                  .list();
          return new Roster(session, people);
        });
  }

  @Override
  public Optional<Person> stranger(SessionId session, PatientId patient) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(STRANGER + PERSON)
                .bind("session", session)
                .bind("patient", patient)
                .map((row, _) -> person(row, Map.of()))
                .findOne());
  }

  private static Person person(ResultSet row, Map<UUID, List<Recorded>> recorded)
      throws SQLException {
    UUID patient = row.getObject("patient_id", UUID.class);
    UUID attendance = row.getObject("attendance_id", UUID.class);
    return new Person(
        new PatientId(patient),
        Optional.ofNullable(row.getObject("episode_id", UUID.class)).map(EpisodeId::new),
        row.getInt("labels"),
        row.getBoolean("expected"),
        row.getBoolean("admitted"),
        recorded.getOrDefault(patient, List.of()),
        new AttendanceId(attendance == null ? Ids.next() : attendance),
        Optional.ofNullable(row.getString("announced")));
  }

  private Map<UUID, List<Recorded>> recorded(Handle handle, SessionId session) {
    var byPatient = new HashMap<UUID, List<Recorded>>();
    handle
        .createQuery(
            "select patient_id, kind, content, broken_rules from attendance_fact"
                + " where session_id = :session order by number")
        .bind("session", session)
        .map(
            (row, _) ->
                byPatient
                    .computeIfAbsent(
                        row.getObject("patient_id", UUID.class), _ -> new ArrayList<>())
                    .add(
                        new Recorded(
                            facts.read(row.getString("kind"), row.getString("content")),
                            List.of((String[]) row.getArray("broken_rules").getArray()))))
        .list();
    return byPatient;
  }

  @Override
  public void append(SessionId session, List<Entry> entries, UUID by, Instant now) {
    if (entries.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "insert into attendance_fact (fact_id, organization_id, patient_id, labels, session_id,"
                      + " kind, happened_at, content, broken_rules, recorded_by, recorded_at)"
                      + " values (:fact, :org, :patient, :labels, :session, :kind, :at,"
                      + " cast(:content as jsonb), :broken, :by, :now)");
          for (Entry entry : entries) {
            batch
                .bind("fact", Ids.next())
                .bind("org", Callers.current().organizationId())
                .bind("patient", entry.person().patient())
                .bind("labels", entry.person().labels())
                .bind("session", session)
                .bind("kind", facts.kind(entry.recorded().fact()))
                .bind("at", entry.recorded().fact().at())
                .bind("content", facts.write(entry.recorded().fact()))
                .bindArray("broken", String.class, entry.recorded().brokenRules())
                .bind("by", by)
                .bind("now", now)
                .add();
          }
          batch.execute();
        });
  }

  @Override
  public void keep(List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "insert into attendance (attendance_id, organization_id, patient_id, labels, episode_id,"
                      + " session_id, session_type, session_start, session_end, scheduled_minutes, status,"
                      + " minutes, late, left_early, open, credited, clinical, billable, needs_note,"
                      + " broken_rules, announced) values (:id, :org, :patient, :labels, :episode, :session,"
                      + " :type, :start, :end, :scheduled, :status, :minutes, :late, :leftEarly, :open,"
                      + " :credited, :clinical, :billable, :needsNote, :broken, :announced)"
                      + " on conflict (session_id, patient_id) do update set"
                      + " session_start = excluded.session_start, session_end = excluded.session_end,"
                      + " scheduled_minutes = excluded.scheduled_minutes, status = excluded.status,"
                      + " minutes = excluded.minutes, late = excluded.late,"
                      + " left_early = excluded.left_early, open = excluded.open,"
                      + " credited = excluded.credited, broken_rules = excluded.broken_rules,"
                      + " announced = excluded.announced");
          lines.forEach(line -> bind(batch, line).add());
          batch.execute();
        });
  }

  private static PreparedBatch bind(PreparedBatch batch, Line line) {
    return batch
        .bind("id", line.person().attendance())
        .bind("org", Callers.current().organizationId())
        .bind("patient", line.person().patient())
        .bind("labels", line.person().labels())
        .bindByType("episode", line.person().episode().map(Id::value).orElse(null), UUID.class)
        .bind("session", line.session())
        .bind("type", line.type())
        .bind("start", line.start())
        .bind("end", line.end())
        .bind("scheduled", line.scheduledMinutes())
        .bind("status", line.attendance().status().name())
        .bind("minutes", line.attendance().minutes())
        .bind("late", line.attendance().late())
        .bind("leftEarly", line.attendance().leftEarly())
        .bind("open", line.attendance().open())
        .bind("credited", line.attendance().credited())
        .bind("clinical", line.clinical())
        .bind("billable", line.billable())
        .bind("needsNote", line.needsNote())
        .bindArray("broken", String.class, line.brokenRules())
        .bindByType("announced", line.announced().orElse(null), String.class);
  }
}
