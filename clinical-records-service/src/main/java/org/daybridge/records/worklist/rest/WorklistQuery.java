package org.daybridge.records.worklist.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.worklist.WorkItem;
import org.daybridge.records.worklist.WorkItem.Kind;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Worklists over the caller's caseload. Each names its patients, so that the planner starts from
 * them; row-level security decides what is there, so that a count never tells of a hidden row.
 */
@ApplicationScoped
class WorklistQuery {

  private static final String CASELOAD =
      "with caseload as materialized (select distinct patient_id from access_grant where"
          + " principal_id = :me and purpose = :purpose and valid_from <= :now and"
          + " (valid_to is null or valid_to > :now)) ";

  private static final Map<Kind, String> SQL = statements();

  private final Jdbi jdbi;
  private final Clock clock;

  WorklistQuery(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Every list is sorted by what has waited longest. */
  List<WorkItem> items(Kind kind, int limit) {
    var now = clock.instant();
    var items =
        jdbi.withHandle(
            handle ->
                bound(
                        handle.createQuery(
                            CASELOAD + SQL.get(kind) + " order by due_at limit :limit"),
                        now)
                    .bind("limit", limit)
                    .map((row, _) -> item(kind, row, now))
                    .list());
    items.forEach(each -> AuditTrail.read("worklist-" + kind, id(each), each.patientId()));
    return items;
  }

  /** Everything at once, what has waited longest first. */
  List<WorkItem> everything(int limit) {
    return Arrays.stream(Kind.values())
        .flatMap(kind -> items(kind, limit).stream())
        .sorted(Comparator.comparing(WorkItem::dueAt))
        .limit(limit)
        .toList();
  }

  Map<Kind, Integer> counts() {
    var now = clock.instant();
    var counts = new EnumMap<Kind, Integer>(Kind.class);
    jdbi.useHandle(
        handle ->
            Arrays.stream(Kind.values())
                .forEach(
                    kind ->
                        counts.put(
                            kind,
                            bound(
                                    handle.createQuery(
                                        CASELOAD
                                            + "select count(*) from ("
                                            + SQL.get(kind)
                                            + ") waiting"),
                                    now)
                                .mapTo(Integer.class)
                                .one())));
    return counts;
  }

  private static Query bound(Query query, Instant now) {
    var caller = Callers.current();
    return query
        .bind("me", caller.principalId())
        .bind("purpose", caller.purpose())
        .bind("now", now);
  }

  private static Map<Kind, String> statements() {
    var sql = new EnumMap<Kind, String>(Kind.class);
    sql.put(
        Kind.SESSION_WITHOUT_NOTE,
        "select null::uuid item_id, a.patient_id, null::uuid note_id, null::uuid plan_id, a.session_id,"
            + " a.started_at happened_at, a.note_due_at due_at from caseload"
            + " join attendance a using (patient_id)"
            + " left join session_calendar s on s.session_id = a.session_id"
            + " left join care_episode e on e.episode_id = a.episode_id"
            + " where a.minutes > 0 and coalesce(:me = any(s.facilitators), e.primary_clinician = :me)"
            + " and not exists (select 1 from note n where n.patient_id = a.patient_id and"
            + " n.session_id = a.session_id and n.state in ('Draft', 'Signed'))");
    sql.put(
        Kind.DRAFT,
        "select null::uuid item_id, n.patient_id, n.note_id, null::uuid plan_id, n.session_id, n.started_at happened_at,"
            + " coalesce(a.note_due_at, n.ended_at + interval '72 hours') due_at from caseload"
            + " join note n using (patient_id) left join attendance a"
            + " on a.patient_id = n.patient_id and a.session_id = n.session_id"
            + " where n.state = 'Draft' and n.author_id = :me");
    sql.put(
        Kind.PLAN_DUE,
        "select null::uuid item_id, i.patient_id, null::uuid note_id, p.plan_id, null::uuid session_id,"
            + " i.opened_at happened_at, ((i.plan_due_on + 1)::timestamp at time zone e.site_zone) due_at"
            + " from caseload join interim_plan i using (patient_id)"
            + " join care_episode e on e.episode_id = i.episode_id"
            + " left join treatment_plan p on p.episode_id = i.episode_id"
            + " where i.ended_at is null and e.discharged_at is null");
    sql.put(
        Kind.REVIEW_DUE,
        "select null::uuid item_id, p.patient_id, null::uuid note_id, p.plan_id, null::uuid session_id,"
            + " p.activated_at happened_at, ((p.review_due_on + 1)::timestamp at time zone e.site_zone)"
            + " due_at from caseload join treatment_plan p using (patient_id)"
            + " join care_episode e on e.episode_id = p.episode_id"
            + " where p.state in ('InForce', 'InRevision') and"
            + " ((p.review_due_on + 1)::timestamp at time zone e.site_zone) <= :now + interval '7 days'");
    sql.put(
        Kind.COUNTERSIGNATURE,
        "select null::uuid item_id, n.patient_id, n.note_id, null::uuid plan_id, n.session_id, n.started_at happened_at,"
            + " n.signed_at + interval '72 hours' due_at from caseload join note n using (patient_id)"
            + " left join staff_member m on m.staff_id = n.author_id"
            + " where n.state = 'Signed' and n.awaits_countersignature and n.author_id <> :me"
            + " and coalesce(m.supervisor_id = :me, true)");
    sql.put(
        Kind.SAFETY_PLAN_DUE,
        "select null::uuid item_id, r.patient_id, null::uuid note_id, p.personal_plan_id plan_id, null::uuid session_id,"
            + " max(r.raised_at) happened_at, max(r.raised_at) + interval '24 hours' due_at"
            + " from caseload join risk_signal r using (patient_id)"
            + " left join care_episode e on e.patient_id = r.patient_id and e.discharged_at is null"
            + " left join personal_plan p on p.episode_id = e.episode_id and p.kind = 'SAFETY'"
            + " where p.signed_at is null or p.signed_at < r.raised_at"
            + " group by r.patient_id, p.personal_plan_id");
    sql.put(
        Kind.CERTIFICATION_LAPSING,
        "select null::uuid item_id, c.patient_id, null::uuid note_id, c.certification_id plan_id, null::uuid session_id,"
            + " c.signed_at happened_at, ((c.through_day + 1)::timestamp at time zone e.site_zone)"
            + " due_at from caseload join care_episode e using (patient_id) join lateral (select *"
            + " from certification x where x.episode_id = e.episode_id order by from_day desc limit"
            + " 1) c on true where e.discharged_at is null and ((c.through_day + 1)::timestamp at"
            + " time zone e.site_zone) <= :now + interval '14 days'");
    sql.put(
        Kind.RETRACTION,
        "select null::uuid item_id, n.patient_id, n.note_id, null::uuid plan_id, n.session_id, n.started_at happened_at,"
            + " n.updated_at + interval '24 hours' due_at from caseload join note n using (patient_id)"
            + " where n.state = 'Signed' and n.retraction_asked"
            + " and (n.body #>> '{asked,askedBy}')::uuid <> :me");
    sql.put(
        Kind.ATTENDANCE_BELOW_NOTE,
        "select null::uuid item_id, n.patient_id, n.note_id, null::uuid plan_id, n.session_id, n.started_at happened_at,"
            + " n.signed_at due_at from caseload join note n using (patient_id) join attendance a"
            + " on a.patient_id = n.patient_id and a.session_id = n.session_id"
            + " where n.state = 'Signed' and n.author_id = :me and a.minutes < n.minutes");
    sql.put(
        Kind.TASK, registered("care_task", "t.due_on", "t.owner_id = :me and t.state = 'Open'"));
    sql.put(
        Kind.AMENDMENT_REQUEST, registered("amendment_request", "t.due_on", "t.state = 'Open'"));
    sql.put(
        Kind.OUTSIDE_CONTACT,
        registered(
            "outside_provider",
            "t.next_contact_on",
            "t.next_contact_on is not null and e.discharged_at is null"));
    sql.put(
        Kind.PROTECTIVE_REPORT,
        "select t.id item_id, t.patient_id, null::uuid note_id, null::uuid plan_id, null::uuid"
            + " session_id, t.created_at happened_at, (t.body ->> 'dueAt')::timestamptz due_at from"
            + " caseload join protective_report t using (patient_id) where t.reporter_id = :me and"
            + " t.state = 'Prepared'");
    sql.put(
        Kind.HOMEWORK_TO_REVIEW,
        "select t.homework_id item_id, t.patient_id, null::uuid note_id, null::uuid plan_id,"
            + " null::uuid session_id, t.submitted_at happened_at, t.submitted_at + interval '7"
            + " days' due_at from caseload join homework t using (patient_id) where t.assigned_by ="
            + " :me and t.submitted_at is not null and t.reviewed_at is null");
    sql.put(
        Kind.WITHHOLDING_ENDING,
        "select w.withholding_id item_id, w.patient_id, w.note_id, null::uuid plan_id, null::uuid"
            + " session_id, w.withheld_at happened_at, w.ends_at due_at from caseload join"
            + " note_withholding w using (patient_id) where w.withheld_by = :me and w.lifted_at is"
            + " null and w.ends_at > :now and w.ends_at <= :now + interval '14 days'");
    return sql;
  }

  /** Records of a register; a day is over at midnight where the patient is treated. */
  private static String registered(String table, String dueOn, String waiting) {
    return "select t.id item_id, t.patient_id, null::uuid note_id, null::uuid plan_id, null::uuid"
        + " session_id, t.created_at happened_at, ("
        + "(("
        + dueOn
        + ")::date + 1)::timestamp at time zone e.site_zone) due_at from caseload join "
        + table
        + " t using (patient_id) join lateral (select * from care_episode x where x.patient_id ="
        + " t.patient_id order by admitted_at desc limit 1) e on true where "
        + waiting;
  }

  private static WorkItem item(Kind kind, ResultSet row, Instant now) throws SQLException {
    var due = row.getObject("due_at", OffsetDateTime.class).toInstant();
    var happened = row.getObject("happened_at", OffsetDateTime.class);
    return new WorkItem(
        kind,
        row.getObject("patient_id", UUID.class),
        row.getObject("note_id", UUID.class),
        row.getObject("plan_id", UUID.class),
        row.getObject("session_id", UUID.class),
        row.getObject("item_id", UUID.class),
        happened == null ? null : happened.toInstant(),
        due,
        due.isBefore(now));
  }

  private static UUID id(WorkItem item) {
    if (item.itemId() != null) return item.itemId();
    if (item.noteId() != null) return item.noteId();
    if (item.planId() != null) return item.planId();
    return item.sessionId() == null ? item.patientId() : item.sessionId();
  }
}
