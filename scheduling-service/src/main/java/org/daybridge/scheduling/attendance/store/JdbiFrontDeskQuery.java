package org.daybridge.scheduling.attendance.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daybridge.scheduling.attendance.FrontDeskQuery;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiFrontDeskQuery implements FrontDeskQuery {
  private final Jdbi jdbi;

  JdbiFrontDeskQuery(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Arrival> arrivals(UUID site, Instant from, Instant to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select s.session_id, s.type, s.room_id, s.planned_start, s.zone, e.patient_id,"
                        + " coalesce(a.status, 'EXPECTED') as status, coalesce(a.late, false) as"
                        + " late, coalesce(a.open, false) as open, exists (select 1 from risk_flag"
                        + " r where r.patient_id = e.patient_id and r.closed_at is null) as"
                        + " at_risk, exists (select 1 from outreach o where o.patient_id ="
                        + " e.patient_id and o.session_id = s.session_id and o.closed_at is null)"
                        + " as being_called from session s join enrollment e on e.session_id ="
                        + " s.session_id and e.state = 'BOOKED' left join attendance a on"
                        + " a.session_id = s.session_id and a.patient_id = e.patient_id where"
                        + " s.site_id = :site and s.planned_start >= :from and s.planned_start <"
                        + " :to and s.state <> 'CANCELLED' order by s.planned_start, s.session_id,"
                        + " e.patient_id limit 2000")
                .bind("site", site)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> arrival(row))
                .list());
  }

  private static Arrival arrival(ResultSet row) throws SQLException {
    Instant start = row.getObject("planned_start", OffsetDateTime.class).toInstant();
    return new Arrival(
        row.getObject("session_id", UUID.class),
        row.getString("type"),
        row.getObject("room_id", UUID.class),
        start,
        start.atZone(ZoneId.of(row.getString("zone"))).toLocalDateTime(),
        row.getObject("patient_id", UUID.class),
        row.getString("status"),
        row.getBoolean("late"),
        row.getBoolean("open"),
        row.getBoolean("at_risk"),
        row.getBoolean("being_called"));
  }
}
