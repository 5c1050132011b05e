package org.daybridge.medication.order.rest;

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
import org.daybridge.medication.order.OverrideReport;
import org.daybridge.medication.order.OverrideReport.OfRule;
import org.jspecify.annotations.Nullable;

/** How alerts are answered, for those who judge whether they help. */
@Path("/api/medication/v1/override-report")
@UnitOfWork
@RunOnVirtualThread
public class OverrideReportResource {
  private final OverrideReport report;
  private final Clock clock;

  OverrideReportResource(OverrideReport report, Clock clock) {
    this.report = report;
    this.clock = clock;
  }

  record ReportView(LocalDate from, LocalDate to, List<OfRule> rules) {}

  /** The days are meant in UTC; without any, the last 90. */
  @GET
  @PermissionsAllowed("override-report:read")
  public ReportView between(
      @QueryParam("from") @Nullable LocalDate from, @QueryParam("to") @Nullable LocalDate to) {
    var until = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
    var since = from == null ? until.minusDays(89) : from;
    if (until.isBefore(since)) {
      throw BadRequest.field("to", "must not lie before from");
    }
    return new ReportView(since, until, report.between(since, until));
  }
}
