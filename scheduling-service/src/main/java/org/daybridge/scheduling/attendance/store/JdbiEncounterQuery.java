package org.daybridge.scheduling.attendance.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.scheduling.attendance.EncounterQuery;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

@ApplicationScoped
class JdbiEncounterQuery implements EncounterQuery {
  private static final String ENCOUNTERS =
      "select * from (select a.attendance_id, a.patient_id, a.labels, a.episode_id, a.session_id,"
          + " a.session_type, coalesce(t.content ->> 'name', a.session_type) as type_name, s.site_id,"
          + " case when s.state = 'CLOSED' then 'finished' else 'in-progress' end as status,"
          + " case when s.modality = 'TELEHEALTH' then 'VR' else 'AMB' end as place,"
          + " a.session_start, a.session_end, a.minutes, s.facilitators"
          + " from attendance a join session s on s.session_id = a.session_id"
          + " left join register_entry t on t.kind = 'SESSION_TYPE' and t.code = a.session_type"
          + " where a.status in ('PRESENT', 'LATE', 'LEFT_EARLY', 'PARTIAL')) x ";
  private static final RowMapper<AttendedSession> READ = (row, _) -> read(row);

  private final Jdbi jdbi;

  JdbiEncounterQuery(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private static AttendedSession read(ResultSet row) throws SQLException {
    return new AttendedSession(
        row.getObject("attendance_id", UUID.class),
        row.getObject("patient_id", UUID.class),
        row.getInt("labels"),
        row.getObject("episode_id", UUID.class),
        row.getObject("session_id", UUID.class),
        row.getString("session_type"),
        row.getString("type_name"),
        row.getObject("site_id", UUID.class),
        row.getString("status"),
        row.getString("place"),
        row.getObject("session_start", OffsetDateTime.class).toInstant(),
        row.getObject("session_end", OffsetDateTime.class).toInstant(),
        row.getInt("minutes"),
        List.of((UUID[]) row.getArray("facilitators").getArray()));
  }

  @Override
  public Optional<AttendedSession> find(UUID attendance) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ENCOUNTERS + "where attendance_id = :id")
                .bind("id", attendance)
                .map(READ)
                .findOne());
  }

  @Override
  public List<AttendedSession> search(Criteria criteria) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    ENCOUNTERS
                        + "where (cast(:id as uuid) is null or attendance_id = :id)"
                        + " and (cast(:patient as uuid) is null or patient_id = :patient)"
                        + " and (cast(:location as uuid) is null or site_id = :location)"
                        + " and (cast(:from as timestamptz) is null or session_end > :from)"
                        + " and (cast(:to as timestamptz) is null or session_start < :to)"
                        + " and (cardinality(:types) = 0 or session_type = any(:types))"
                        + " and (cardinality(:statuses) = 0 or status = any(:statuses))"
                        + " and (cardinality(:classes) = 0 or place = any(:classes))"
                        + " and (cast(:after as uuid) is null or attendance_id > :after)"
                        + " order by attendance_id limit :rows")
                .bindByType("id", criteria.id(), UUID.class)
                .bindByType("patient", criteria.patient(), UUID.class)
                .bindByType("location", criteria.location(), UUID.class)
                .bindByType("from", criteria.from(), Instant.class)
                .bindByType("to", criteria.to(), Instant.class)
                .bindArray("types", String.class, criteria.types())
                .bindArray("statuses", String.class, criteria.statuses())
                .bindArray("classes", String.class, criteria.classes())
                .bindByType("after", criteria.after(), UUID.class)
                .bind("rows", criteria.rows())
                .map(READ)
                .list());
  }
}
