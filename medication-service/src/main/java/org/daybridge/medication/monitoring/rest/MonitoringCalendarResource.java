package org.daybridge.medication.monitoring.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.medication.monitoring.MonitoringCalendar;
import org.daybridge.medication.monitoring.MonitoringCalendar.Entry;
import org.jspecify.annotations.Nullable;

/** The tests of everybody whom the caller treats by day, for those who book them. */
@Path("/api/medication/v1/monitoring-calendar")
@UnitOfWork
@RunOnVirtualThread
public class MonitoringCalendarResource {
  private static final int LONGEST_DAYS = 366;

  private final MonitoringCalendar calendar;
  private final Clock clock;

  MonitoringCalendarResource(MonitoringCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  record CalendarView(@Nullable LocalDate from, LocalDate to, List<Entry> items) {}

  /** Everything that is overdue, and what is due within four weeks; or as asked. */
  @GET
  @PermissionsAllowed("monitoring:read")
  public CalendarView between(
      @QueryParam("from") @Nullable LocalDate from, @QueryParam("to") @Nullable LocalDate to) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var until = to == null ? today.plusDays(28) : to;
    boolean turned = from != null && until.isBefore(from);
    if (turned || until.isAfter((from == null ? today : from).plusDays(LONGEST_DAYS))) {
      throw BadRequest.field("to", "must lie within a year after from");
    }
    return new CalendarView(from, until, calendar.between(from, until, today));
  }
}
