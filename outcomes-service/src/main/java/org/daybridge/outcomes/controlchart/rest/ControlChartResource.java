package org.daybridge.outcomes.controlchart.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.outcomes.chart.Chart;
import org.daybridge.outcomes.chart.Pictures;
import org.daybridge.outcomes.controlchart.ControlChart;
import org.daybridge.outcomes.controlchart.ControlChart.Kind;
import org.daybridge.outcomes.controlchart.ControlPicture;
import org.daybridge.outcomes.controlchart.Observation;
import org.jspecify.annotations.Nullable;

/** A control chart of whatever a program counts or measures; keeps nothing. */
@Path("/api/outcomes/v1/analyses/control-chart")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork(stateless = true)
@RunOnVirtualThread
public class ControlChartResource {
  private static final String PRINTABLE = "[^\\p{C}]*";

  /** A share: {@code events} of {@code of}; or a measured {@code value}. In the order of time. */
  public record PointBody(
      @NotBlank @Size(max = 40) @Pattern(regexp = PRINTABLE) String label,
      @Nullable @Min(0) @Max(1_000_000) Integer events,
      @Nullable @Min(1) @Max(1_000_000) Integer of,
      @Nullable Double value) {}

  /** {@code P} wants events and of, {@code XMR} a value of each point. */
  public record ControlChartBody(
      @NotNull Kind kind,
      @Nullable @Size(max = 100) @Pattern(regexp = PRINTABLE) String title,
      @NotNull @Size(min = 2, max = 500) List<@Valid @NotNull PointBody> points) {}

  private final Pictures pictures;

  ControlChartResource(Pictures pictures) {
    this.pictures = pictures;
  }

  @POST
  @PermissionsAllowed("analysis:compute")
  public ControlChartView chart(@Valid @NotNull ControlChartBody body) {
    return ControlChartView.of(judged(body));
  }

  /** The same as a picture that scales. */
  @POST
  @Produces(Pictures.SVG + Pictures.ON_REQUEST)
  @PermissionsAllowed("analysis:compute")
  public byte[] svg(@Valid @NotNull ControlChartBody body) {
    return pictures.svg(picture(body));
  }

  /** The same as a picture for letters and old viewers. */
  @POST
  @Produces(Pictures.PNG + Pictures.ON_REQUEST)
  @PermissionsAllowed("analysis:compute")
  public byte[] png(@Valid @NotNull ControlChartBody body) {
    return pictures.png(picture(body));
  }

  private static Chart picture(ControlChartBody body) {
    String title = body.title() == null || body.title().isBlank() ? "Control chart" : body.title();
    return ControlPicture.of(judged(body), title);
  }

  private static ControlChart judged(ControlChartBody body) {
    List<Observation> seen = new ArrayList<>();
    for (int i = 0; i < body.points().size(); i++) {
      String field = "points[" + i + "].";
      seen.add(
          body.kind() == Kind.P
              ? share(field, body.points().get(i))
              : measured(field, body.points().get(i)));
    }
    return body.kind() == Kind.P ? ControlChart.p(seen) : ControlChart.xmr(seen);
  }

  private static Observation share(String field, PointBody point) {
    Integer events = point.events();
    Integer of = point.of();
    if (events == null) throw BadRequest.field(field + "events", "must be given");
    if (of == null) throw BadRequest.field(field + "of", "must be given");
    if (point.value() != null) throw BadRequest.field(field + "value", "is worked out of a share");
    if (events > of) throw BadRequest.field(field + "events", "must not be more than of");
    return Observation.share(point.label(), events, of);
  }

  private static Observation measured(String field, PointBody point) {
    Double value = point.value();
    if (value == null) throw BadRequest.field(field + "value", "must be given");
    if (!Double.isFinite(value) || Math.abs(value) > 1e12) {
      throw BadRequest.field(field + "value", "must be a finite number");
    }
    if (point.events() != null || point.of() != null) {
      throw BadRequest.field(field + "events", "belong to a chart of shares");
    }
    return Observation.measured(point.label(), value);
  }
}
