package org.daybridge.scheduling.attendance.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.attendance.FrontDeskQuery;
import org.daybridge.scheduling.attendance.FrontDeskQuery.Arrival;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.Site;
import org.jspecify.annotations.Nullable;

/** A site's day: who is expected, who has come, whom somebody calls. */
@Path("/api/scheduling/v1/sites/{site}/arrivals")
@Produces(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class FrontDeskResource {
  /** One day of a site, by the time of the sessions. */
  public record DayView(String site, LocalDate date, List<Arrival> arrivals) {}

  private final FrontDeskQuery query;
  private final Register register;
  private final DeskHandler desk;
  private final Clock clock;

  FrontDeskResource(FrontDeskQuery query, Register register, DeskHandler desk, Clock clock) {
    this.query = query;
    this.register = register;
    this.desk = desk;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed("roster:read")
  public DayView arrivals(String site, @QueryParam("date") @Nullable LocalDate date) {
    Registered<Site> found =
        register.find(Site.class, site).orElseThrow(() -> new NotVisible("Site", new UUID(0, 0)));
    var zone = ZoneId.of(found.entry().zone());
    LocalDate day = date == null ? clock.instant().atZone(zone).toLocalDate() : date;
    List<Arrival> arrivals =
        desk.reaching(
            () ->
                query.arrivals(
                    found.id(),
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant()));
    arrivals.forEach(one -> AuditTrail.read("Attendance", one.sessionId(), one.patientId()));
    return new DayView(site, day, arrivals);
  }
}
