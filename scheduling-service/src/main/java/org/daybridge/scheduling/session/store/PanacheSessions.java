package org.daybridge.scheduling.session.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.scheduling.RoomId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.session.Session;
import org.daybridge.scheduling.session.Session.State;
import org.daybridge.scheduling.session.SessionPlan;
import org.daybridge.scheduling.session.Sessions;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps sessions, and beside each one who runs it and when, so that the database itself refuses to
 * put a clinician or a room in two places.
 */
@ApplicationScoped
class PanacheSessions implements Sessions {
  private final Jdbi jdbi;

  PanacheSessions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Session require(SessionId id) {
    return row(id).toDomain();
  }

  @Override
  public Session look(SessionId id) {
    return row(id, LockModeType.NONE).toDomain();
  }

  private static SessionRow row(SessionId id) {
    return row(id, LockModeType.PESSIMISTIC_WRITE);
  }

  private static SessionRow row(SessionId id, LockModeType lock) {
    SessionRow row = SessionRow.findById(id.value(), lock);
    if (row == null) {
      throw new NotVisible("Session", id.value());
    }
    return row;
  }

  @Override
  public void add(Session session) {
    var row = new SessionRow();
    row.organizationId = Callers.current().organizationId();
    row.take(session);
    row.persistAndFlush();
    occupy(session);
  }

  @Override
  public void save(Session session) {
    SessionRow row = row(session.id());
    row.take(session);
    row.persistAndFlush();
    occupy(session);
  }

  /** Far ahead, where nothing is planned; all by the same time, so that none of them meet. */
  @Override
  public void lift(Collection<SessionId> ids) {
    UUID[] lifted = ids.stream().map(SessionId::value).toArray(UUID[]::new);
    jdbi.useHandle(
        handle -> {
          lift(
              handle,
              "update session set planned_start = planned_start + interval '1000 years',"
                  + " planned_end = planned_end + interval '1000 years' where session_id = any(:ids)",
              lifted);
          lift(handle, shifted("session_facilitator") + " and active", lifted);
          lift(handle, shifted("enrollment") + " and state <> 'CANCELLED'", lifted);
        });
  }

  private static String shifted(String table) {
    return "update "
        + table
        + " set during = tstzrange(lower(during) + interval '1000 years',"
        + " upper(during) + interval '1000 years') where session_id = any(:ids)";
  }

  private static void lift(Handle handle, String sql, UUID[] ids) {
    handle.createUpdate(sql).bind("ids", ids).execute();
  }

  private void occupy(Session session) {
    jdbi.useHandle(
        handle -> {
          release(handle, session.id());
          if (!(session.state() instanceof State.Cancelled)) {
            session.plan().facilitators().forEach(staff -> occupy(handle, session, staff));
          }
        });
  }

  private static void release(Handle handle, SessionId session) {
    handle
        .createUpdate(
            "update session_facilitator set active = false where session_id = :session and active")
        .bind("session", session)
        .execute();
  }

  private static void occupy(Handle handle, Session session, StaffId staff) {
    handle
        .createUpdate(
            "insert into session_facilitator (session_id, staff_id, organization_id, during, active)"
                + " values (:session, :staff, :org, tstzrange(:from, :to), true)"
                + " on conflict (session_id, staff_id)"
                + " do update set during = excluded.during, active = true")
        .bind("session", session.id())
        .bind("staff", staff)
        .bind("org", Callers.current().organizationId())
        .bind("from", session.plan().start())
        .bind("to", session.plan().end())
        .execute();
  }

  @Override
  public Optional<String> clash(SessionPlan plan, Optional<SessionId> butFor) {
    UUID except = butFor.map(SessionId::value).orElse(new UUID(0, 0));
    return jdbi.withHandle(
        handle -> {
          boolean clinician =
              plan.facilitators().stream()
                  .anyMatch(staff -> clinicianBusy(handle, staff, plan, except));
          boolean room =
              plan.room().map(some -> roomBusy(handle, some, plan, except)).orElse(false);
          return clinician
              ? Optional.of("clinician-double-booked")
              : room ? Optional.of("room-double-booked") : Optional.empty();
        });
  }

  private static boolean clinicianBusy(
      Handle handle, StaffId staff, SessionPlan plan, UUID except) {
    return exists(
        handle,
        "select exists (select 1 from session_facilitator where staff_id = :who and active"
            + " and session_id <> :except and during && tstzrange(:from, :to))",
        staff.value(),
        plan.start(),
        plan.end(),
        except);
  }

  private static boolean roomBusy(Handle handle, RoomId room, SessionPlan plan, UUID except) {
    return exists(
        handle,
        "select exists (select 1 from session where room_id = :who and state <> 'CANCELLED'"
            + " and session_id <> :except"
            + " and tstzrange(planned_start, planned_end) && tstzrange(:from, :to))",
        room.value(),
        plan.start(),
        plan.end(),
        except);
  }

  private static boolean exists(
      Handle handle, String sql, UUID who, Instant from, Instant to, UUID except) {
    return handle
        .createQuery(sql)
        .bind("who", who)
        .bind("from", from)
        .bind("to", to)
        .bind("except", except)
        .mapTo(Boolean.class)
        .one();
  }
}
