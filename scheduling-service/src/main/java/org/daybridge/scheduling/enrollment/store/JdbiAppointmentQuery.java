package org.daybridge.scheduling.enrollment.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.scheduling.enrollment.AppointmentQuery;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiAppointmentQuery implements AppointmentQuery {
  private static final String APPOINTMENTS =
      "select * from (select e.enrollment_id, e.patient_id, e.labels, e.reason, e.created_at,"
          + " e.cancelled_at, e.booked_by, s.session_id, s.type, s.site_id, s.modality, s.planned_start,"
          + " s.planned_end, s.facilitators, coalesce(t.content ->> 'name', s.type) as type_name,"
          + " case when e.state = 'WAITING' then 'waitlist' when e.state = 'OFFERED' then 'pending'"
          + " when e.state = 'CANCELLED' then 'cancelled' when a.status = 'NO_SHOW' then 'noshow'"
          + " when a.status in ('EXCUSED', 'LATE_CANCEL', 'CANCELLED') then 'cancelled'"
          + " when a.open then 'checked-in'"
          + " when a.status in ('PRESENT', 'LATE', 'LEFT_EARLY', 'PARTIAL') then"
          + " case when s.state = 'CLOSED' then 'fulfilled' else 'arrived' end"
          + " else 'booked' end as status"
          + " from enrollment e join session s on s.session_id = e.session_id"
          + " left join register_entry t on t.kind = 'SESSION_TYPE' and t.code = s.type"
          + " left join attendance a on a.session_id = e.session_id and a.patient_id = e.patient_id) x ";
  private static final RowMapper<BookedSession> READ = (row, _) -> read(row);

  private final Jdbi jdbi;

  JdbiAppointmentQuery(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private static BookedSession read(ResultSet row) throws SQLException {
    return new BookedSession(
        row.getObject("enrollment_id", UUID.class),
        row.getObject("patient_id", UUID.class),
        row.getInt("labels"),
        row.getString("status"),
        row.getObject("session_id", UUID.class),
        row.getString("type"),
        row.getString("type_name"),
        row.getObject("site_id", UUID.class),
        row.getString("modality"),
        row.getObject("planned_start", OffsetDateTime.class).toInstant(),
        row.getObject("planned_end", OffsetDateTime.class).toInstant(),
        List.of((UUID[]) row.getArray("facilitators").getArray()),
        row.getString("reason"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instantOrNull(row, "cancelled_at"),
        row.getObject("booked_by", UUID.class));
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  @Override
  public Optional<BookedSession> find(UUID enrollment) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(APPOINTMENTS + "where enrollment_id = :id")
                .bind("id", enrollment)
                .map(READ)
                .findOne());
  }

  @Override
  public List<BookedSession> search(Criteria criteria) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    APPOINTMENTS
                        + "where (cast(:id as uuid) is null or enrollment_id = :id)"
                        + " and (cast(:patient as uuid) is null or patient_id = :patient)"
                        + " and (cast(:practitioner as uuid) is null"
                        + " or :practitioner = any(facilitators))"
                        + " and (cast(:location as uuid) is null or site_id = :location)"
                        + " and (cast(:from as timestamptz) is null or planned_start >= :from)"
                        + " and (cast(:to as timestamptz) is null or planned_start < :to)"
                        + " and (cardinality(:statuses) = 0 or status = any(:statuses))"
                        + " and (cast(:after as uuid) is null or enrollment_id > :after)"
                        + " order by enrollment_id limit :rows")
                .bindByType("id", criteria.id(), UUID.class)
                .bindByType("patient", criteria.patient(), UUID.class)
                .bindByType("practitioner", criteria.practitioner(), UUID.class)
                .bindByType("location", criteria.location(), UUID.class)
                .bindByType("from", criteria.from(), Instant.class)
                .bindByType("to", criteria.to(), Instant.class)
                .bindArray("statuses", String.class, criteria.statuses())
                .bindByType("after", criteria.after(), UUID.class)
                .bind("rows", criteria.rows())
                .map(READ)
                .list());
  }
}
