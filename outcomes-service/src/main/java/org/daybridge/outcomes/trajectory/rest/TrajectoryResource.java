package org.daybridge.outcomes.trajectory.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.outcomes.chart.Pictures;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.Instruments;
import org.daybridge.outcomes.instrument.rest.Parameters;
import org.daybridge.outcomes.trajectory.Trajectory;
import org.daybridge.outcomes.trajectory.TrajectoryChart;
import org.daybridge.outcomes.trajectory.TrajectoryQuery;
import org.jspecify.annotations.Nullable;

/** One scale over time, with bands, reliable-change corridor and change since baseline. */
@Path("/api/outcomes/v1/trajectories")
@Produces(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class TrajectoryResource {
  private final TrajectoryQuery trajectories;
  private final Instruments instruments;
  private final Pictures pictures;

  TrajectoryResource(TrajectoryQuery trajectories, Instruments instruments, Pictures pictures) {
    this.trajectories = trajectories;
    this.instruments = instruments;
    this.pictures = pictures;
  }

  @GET
  @PermissionsAllowed("trajectory:read")
  public TrajectoryView read(
      @QueryParam("patientId") @Nullable String patientId,
      @QueryParam("instrument") @Nullable String instrument,
      @QueryParam("version") @Nullable String version,
      @QueryParam("scale") @Nullable String scale) {
    return TrajectoryView.of(asked(patientId, instrument, version, scale));
  }

  /** The same as a picture that scales. */
  @GET
  @Produces(Pictures.SVG + Pictures.ON_REQUEST)
  @PermissionsAllowed("trajectory:read")
  public byte[] svg(
      @QueryParam("patientId") @Nullable String patientId,
      @QueryParam("instrument") @Nullable String instrument,
      @QueryParam("version") @Nullable String version,
      @QueryParam("scale") @Nullable String scale) {
    return pictures.svg(TrajectoryChart.of(asked(patientId, instrument, version, scale)));
  }

  /** The same as a picture for letters and old viewers. */
  @GET
  @Produces(Pictures.PNG + Pictures.ON_REQUEST)
  @PermissionsAllowed("trajectory:read")
  public byte[] png(
      @QueryParam("patientId") @Nullable String patientId,
      @QueryParam("instrument") @Nullable String instrument,
      @QueryParam("version") @Nullable String version,
      @QueryParam("scale") @Nullable String scale) {
    return pictures.png(TrajectoryChart.of(asked(patientId, instrument, version, scale)));
  }

  private Trajectory asked(
      @Nullable String patientId,
      @Nullable String instrument,
      @Nullable String version,
      @Nullable String scale) {
    if (instrument == null) throw BadRequest.field("instrument", "must be given");
    Instrument shown =
        (version == null ? instruments.current(instrument) : instruments.find(instrument, version))
            .orElseThrow(() -> BadRequest.field("instrument", "is not in the registry"));
    if (scale != null && !shown.scoring().scales().containsKey(scale)) {
      throw BadRequest.field(
          "scale", "must be one of " + String.join(", ", shown.scoring().scales().keySet()));
    }
    return trajectories.of(
        new PatientId(Parameters.patient(patientId)),
        shown,
        scale == null ? shown.leadingScale() : scale);
  }
}
