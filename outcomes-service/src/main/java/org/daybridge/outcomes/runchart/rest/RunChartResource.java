package org.daybridge.outcomes.runchart.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.outcomes.chart.Chart;
import org.daybridge.outcomes.chart.Pictures;
import org.daybridge.outcomes.controlchart.ControlPicture;
import org.daybridge.outcomes.controlchart.rest.ControlChartView;
import org.daybridge.outcomes.instrument.rest.Parameters;
import org.daybridge.outcomes.runchart.RunChart;
import org.daybridge.outcomes.runchart.RunChart.Topic;
import org.daybridge.outcomes.runchart.RunChartQuery;
import org.jspecify.annotations.Nullable;

/** The program by week, as a p-chart; without dates the last half year. */
@Path("/api/outcomes/v1/run-charts")
@Produces(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class RunChartResource {
  private static final int HALF_A_YEAR = 26;
  private static final int MOST_WEEKS = 157;

  private final RunChartQuery runCharts;
  private final Pictures pictures;

  RunChartResource(RunChartQuery runCharts, Pictures pictures) {
    this.runCharts = runCharts;
    this.pictures = pictures;
  }

  @GET
  @PermissionsAllowed("run-chart:read")
  public ControlChartView read(
      @QueryParam("topic") @Nullable String topic,
      @QueryParam("from") @Nullable LocalDate from,
      @QueryParam("to") @Nullable LocalDate to) {
    return ControlChartView.of(asked(topic, from, to).chart());
  }

  /** The same as a picture that scales. */
  @GET
  @Produces(Pictures.SVG + Pictures.ON_REQUEST)
  @PermissionsAllowed("run-chart:read")
  public byte[] svg(
      @QueryParam("topic") @Nullable String topic,
      @QueryParam("from") @Nullable LocalDate from,
      @QueryParam("to") @Nullable LocalDate to) {
    return pictures.svg(picture(asked(topic, from, to)));
  }

  /** The same as a picture for letters and old viewers. */
  @GET
  @Produces(Pictures.PNG + Pictures.ON_REQUEST)
  @PermissionsAllowed("run-chart:read")
  public byte[] png(
      @QueryParam("topic") @Nullable String topic,
      @QueryParam("from") @Nullable LocalDate from,
      @QueryParam("to") @Nullable LocalDate to) {
    return pictures.png(picture(asked(topic, from, to)));
  }

  private static Chart picture(RunChart asked) {
    return ControlPicture.of(asked.chart(), asked.topic().title() + ", by week");
  }

  private RunChart asked(@Nullable String topic, @Nullable LocalDate from, @Nullable LocalDate to) {
    Topic shown = Parameters.code("topic", Topic.class, topic);
    if (shown == null) throw BadRequest.field("topic", "must be given");
    LocalDate last = to == null ? runCharts.today() : to;
    LocalDate first = from == null ? last.minusWeeks(HALF_A_YEAR - 1) : from;
    if (last.isBefore(first)) throw BadRequest.field("to", "must not be before from");
    if (ChronoUnit.WEEKS.between(first, last) >= MOST_WEEKS - 1) {
      throw BadRequest.field("from", "must be within three years of to");
    }
    return runCharts.of(shown, first, last);
  }
}
