package org.daybridge.intake.episode.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.ProposalId;
import org.daybridge.intake.episode.AdmissionHandler;
import org.daybridge.intake.episode.Episode;
import org.daybridge.intake.episode.EpisodeHandler;
import org.daybridge.intake.episode.Episodes;
import org.daybridge.intake.patient.Patients;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Episodes of care: admission, steps of the level of care, discharge. */
@Path("/api/intake/v1")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class EpisodeResource {
  private final AdmissionHandler admissions;
  private final EpisodeHandler handler;
  private final Episodes episodes;
  private final Patients patients;

  EpisodeResource(
      AdmissionHandler admissions, EpisodeHandler handler, Episodes episodes, Patients patients) {
    this.admissions = admissions;
    this.handler = handler;
    this.episodes = episodes;
    this.patients = patients;
  }

  /** The level to step to, and why. */
  public record StepBody(
      @NotNull LevelOfCare to,
      @Nullable ProposalId proposalId,
      @Nullable Instant effectiveAt,
      @NotBlank @Size(max = 2000) String reason) {
    @Override
    public String toString() {
      return "StepBody[" + to + "]";
    }
  }

  /**
   * How and why the episode ends; waivers name gates with reasons and need the clinical director.
   */
  public record DischargeBody(
      Episode.@NotNull Reason reason,
      @Nullable Instant dischargedAt,
      @Size(max = 200) @Nullable String destination,
      @Size(max = 10)
          @Nullable Map<Episode.@NotNull Gate, @NotBlank @Size(max = 2000) String> waivers) {
    @Override
    public String toString() {
      return "DischargeBody[" + reason + "]";
    }
  }

  @GET
  @Path("episodes/{id}")
  @PermissionsAllowed("episode:read")
  public Response read(UUID id) {
    Episode episode = episodes.require(new EpisodeId(id));
    return Response.ok(EpisodeView.of(episode)).header("ETag", ETags.of(episode.version())).build();
  }

  /** A patient's episodes, newest first. */
  @GET
  @Path("episodes")
  @PermissionsAllowed("episode:read")
  public List<EpisodeView> list(@QueryParam("patientId") @NotNull UUID patientId) {
    PatientId patient = new PatientId(patientId);
    patients.require(patient);
    return episodes.of(patient).stream().map(EpisodeView::of).toList();
  }

  /** Proposals of steps that outcomes made from measures and attendance. */
  @GET
  @Path("episodes/{id}/step-proposals")
  @PermissionsAllowed("episode:read")
  public List<Episodes.Proposal> proposals(UUID id) {
    episodes.require(new EpisodeId(id));
    return episodes.proposals(new EpisodeId(id));
  }

  /** Records a clinician's decision to step the level of care up or down. */
  @POST
  @Path("episodes/{id}/level-of-care-changes")
  @PermissionsAllowed("episode:step")
  public EpisodeView step(UUID id, @NotNull @Valid StepBody body) {
    return EpisodeView.of(
        handler.step(
            new EpisodeId(id), body.to(), body.proposalId(), body.effectiveAt(), body.reason()));
  }

  /** Ends the episode. Only a completion as planned can be refused. */
  @POST
  @Path("episodes/{id}/discharge")
  @PermissionsAllowed("episode:discharge")
  public EpisodeView discharge(UUID id, @NotNull @Valid DischargeBody body) {
    return EpisodeView.of(
        handler.discharge(
            new EpisodeId(id),
            body.dischargedAt(),
            body.reason(),
            body.destination(),
            body.waivers() == null ? Map.of() : body.waivers()));
  }

  /** What unplanned discharges left open for the caller to do. */
  @GET
  @Path("discharge-tasks")
  @PermissionsAllowed("episode:discharge")
  public List<Episodes.Task> tasks() {
    return admissions.myTasks();
  }
}
