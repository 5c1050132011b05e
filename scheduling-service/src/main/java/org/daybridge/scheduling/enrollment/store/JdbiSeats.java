package org.daybridge.scheduling.enrollment.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.Id;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.EnrollmentId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.enrollment.Enrollment;
import org.daybridge.scheduling.enrollment.Seats;
import org.daybridge.scheduling.enrollment.SessionSlot;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

@ApplicationScoped
class JdbiSeats implements Seats {
  private static final String ENROLLMENT =
      "select e.*, s.planned_start, s.planned_end from enrollment e"
          + " join session s on s.session_id = e.session_id where ";
  private static final String INSERT =
      "insert into enrollment (enrollment_id, organization_id, patient_id, labels, episode_id,"
          + " session_id, during, state, minor, priority, makes_up_for, created_at, booked_by)"
          + " values (:id, :org, :patient, :labels, :episode, :session, tstzrange(:from, :to),"
          + " :state, :minor, :priority, :makesUpFor, :now, :by)";
  private static final RowMapper<Enrollment> READ = (row, _) -> enrollment(row);
  private static final RowMapper<SessionSlot> SLOT = (row, _) -> slot(row);

  private final Jdbi jdbi;

  JdbiSeats(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private static Enrollment enrollment(ResultSet row) throws SQLException {
    return new Enrollment(
        new EnrollmentId(row.getObject("enrollment_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getInt("labels"),
        Optional.ofNullable(row.getObject("episode_id", UUID.class)).map(EpisodeId::new),
        new SessionId(row.getObject("session_id", UUID.class)),
        instant(row, "planned_start"),
        instant(row, "planned_end"),
        Enrollment.State.valueOf(row.getString("state")),
        row.getBoolean("minor"),
        row.getInt("priority"),
        Optional.ofNullable(row.getObject("makes_up_for", UUID.class)).map(SessionId::new),
        instant(row, "created_at"));
  }

  private static SessionSlot slot(ResultSet row) throws SQLException {
    return new SessionSlot(
        new SessionId(row.getObject("session_id", UUID.class)),
        instant(row, "planned_start"),
        instant(row, "planned_end"),
        "PLANNED".equals(row.getString("state")),
        row.getInt("capacity"),
        row.getInt("taken"),
        Arrays.stream((UUID[]) row.getArray("facilitators").getArray()).map(StaffId::new).toList());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  @Override
  public SessionSlot require(SessionId session) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select * from session where session_id = :session")
                    .bind("session", session)
                    .map(SLOT)
                    .findOne())
        .orElseThrow(() -> new NotVisible("Session", session.value()));
  }

  @Override
  public List<SessionSlot> ahead(String track, Instant from) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from session where track_code = :track and state = 'PLANNED'"
                        + " and planned_start > :from order by planned_start, session_id")
                .bind("track", track)
                .bind("from", from)
                .map(SLOT)
                .list());
  }

  @Override
  public boolean take(SessionId session) {
    return 1
        == update(
            "update session set taken = taken + 1 where session_id = :id and taken < capacity",
            session);
  }

  @Override
  public void release(SessionId session) {
    update("update session set taken = taken - 1 where session_id = :id and taken > 0", session);
  }

  private int update(String sql, Id id) {
    return jdbi.withHandle(handle -> handle.createUpdate(sql).bind("id", id).execute());
  }

  @Override
  public void add(Enrollment enrollment) {
    jdbi.useHandle(handle -> insert(handle, INSERT, enrollment).execute());
  }

  @Override
  public boolean addIfFree(Enrollment enrollment) {
    return jdbi.withHandle(
        handle -> 1 == insert(handle, INSERT + " on conflict do nothing", enrollment).execute());
  }

  private static Update insert(Handle handle, String sql, Enrollment enrollment) {
    return handle
        .createUpdate(sql)
        .bind("id", enrollment.id())
        .bind("org", Callers.current().organizationId())
        .bind("patient", enrollment.patient())
        .bind("labels", enrollment.labels())
        .bindByType("episode", enrollment.episode().map(Id::value).orElse(null), UUID.class)
        .bind("session", enrollment.session())
        .bind("from", enrollment.start())
        .bind("to", enrollment.end())
        .bind("state", enrollment.state().name())
        .bind("minor", enrollment.minor())
        .bind("priority", enrollment.priority())
        .bindByType("makesUpFor", enrollment.makesUpFor().map(Id::value).orElse(null), UUID.class)
        .bind("now", enrollment.createdAt())
        .bind("by", Callers.current().principalId());
  }

  @Override
  public Optional<Enrollment> find(EnrollmentId id) {
    return one(id, " for update of e");
  }

  @Override
  public Optional<Enrollment> look(EnrollmentId id) {
    return one(id, "");
  }

  private Optional<Enrollment> one(EnrollmentId id, String lock) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ENROLLMENT + "e.enrollment_id = :id" + lock)
                .bind("id", id)
                .map(READ)
                .findOne());
  }

  @Override
  public Optional<Enrollment> of(SessionId session, PatientId patient) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    ENROLLMENT
                        + "e.session_id = :session and e.patient_id = :patient"
                        + " and e.state <> 'CANCELLED'")
                .bind("session", session)
                .bind("patient", patient)
                .map(READ)
                .findOne());
  }

  @Override
  public List<Enrollment> booked(SessionId session) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    ENROLLMENT
                        + "e.session_id = :session and e.state = 'BOOKED' order by e.patient_id")
                .bind("session", session)
                .map(READ)
                .list());
  }

  @Override
  public List<Enrollment> ahead(PatientId patient, Instant from) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    ENROLLMENT
                        + "e.patient_id = :patient and e.state <> 'CANCELLED'"
                        + " and s.planned_start >= :from order by s.planned_start, e.session_id")
                .bind("patient", patient)
                .bind("from", from)
                .map(READ)
                .list());
  }

  @Override
  public Optional<Enrollment> firstWaiting(SessionId session) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    ENROLLMENT
                        + "e.session_id = :session and e.state = 'WAITING'"
                        + " order by e.priority desc, e.created_at, e.enrollment_id"
                        + " limit 1 for update of e")
                .bind("session", session)
                .map(READ)
                .findOne());
  }

  @Override
  public void offer(EnrollmentId waiting, Instant until) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update enrollment set state = 'OFFERED', offer_until = :until"
                        + " where enrollment_id = :id")
                .bind("id", waiting)
                .bind("until", until)
                .execute());
  }

  @Override
  public boolean accept(EnrollmentId offered, Instant now) {
    return jdbi.withHandle(
        handle ->
            1
                == handle
                    .createUpdate(
                        "update enrollment set state = 'BOOKED', offer_until = null"
                            + " where enrollment_id = :id and state = 'OFFERED'"
                            + " and offer_until > :now")
                    .bind("id", offered)
                    .bind("now", now)
                    .execute());
  }

  @Override
  public void cancel(EnrollmentId id, String reason, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update enrollment set state = 'CANCELLED', reason = :reason,"
                        + " cancelled_at = :now where enrollment_id = :id")
                .bind("id", id)
                .bind("reason", reason)
                .bind("now", now)
                .execute());
  }

  @Override
  public void move(SessionId session) {
    update(
        "update enrollment e set during = tstzrange(s.planned_start, s.planned_end) from session s"
            + " where s.session_id = e.session_id and e.session_id = :id and e.state <>"
            + " 'CANCELLED'",
        session);
  }

  @Override
  public boolean othersDifferInAge(SessionId session, boolean minor) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from enrollment where session_id = :session"
                        + " and state in ('BOOKED', 'OFFERED') and minor <> :minor)")
                .bind("session", session)
                .bind("minor", minor)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public boolean busy(PatientId patient, SessionSlot session) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from enrollment where patient_id = :patient"
                        + " and state = 'BOOKED' and session_id <> :session"
                        + " and during && tstzrange(:from, :to))")
                .bind("patient", patient)
                .bind("session", session.id())
                .bind("from", session.start())
                .bind("to", session.end())
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public void keepApart(PatientId patient, PatientId other, int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into no_contact (patient_id, other_patient_id, organization_id, labels)"
                        + " values (:patient, :other, :org, :labels)"
                        + " on conflict (patient_id, other_patient_id) do nothing")
                .bind("patient", patient)
                .bind("other", other)
                .bind("org", Callers.current().organizationId())
                .bind("labels", labels)
                .execute());
  }

  @Override
  public boolean meetsNoContact(SessionId session, PatientId patient) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from enrollment e join no_contact n"
                        + " on n.other_patient_id = e.patient_id and n.patient_id = :patient"
                        + " where e.session_id = :session and e.state in ('BOOKED', 'OFFERED'))")
                .bind("session", session)
                .bind("patient", patient)
                .mapTo(Boolean.class)
                .one());
  }
}
