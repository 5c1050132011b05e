package org.daybridge.intake.episode.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.intake.episode.AdmissionHandler;
import org.daybridge.intake.episode.Episode;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The admission that an accepted referral leads to. */
@Path("/api/intake/v1/referrals/{referralId}/admission")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class AdmissionResource {
  private final AdmissionHandler admissions;

  AdmissionResource(AdmissionHandler admissions) {
    this.admissions = admissions;
  }

  /** Where to, with whom, how paid; weeks as the track plans them unless told. */
  public record AdmissionBody(
      @NotNull SiteId siteId,
      @NotNull StaffId primaryClinician,
      Episode.@NotNull Coverage coverage,
      @Min(1) @Max(52) @Nullable Integer plannedWeeks) {}

  /** Admits the person of an accepted referral to its track. */
  @POST
  @PermissionsAllowed("episode:admit")
  public Response admit(UUID referralId, @NotNull @Valid AdmissionBody body) {
    Episode episode =
        admissions.admit(
            new ReferralId(referralId),
            new AdmissionHandler.Request(
                body.siteId(), body.primaryClinician(), body.coverage(), body.plannedWeeks()));
    return Response.created(URI.create("/api/intake/v1/episodes/" + episode.id()))
        .header("ETag", ETags.of(episode.version()))
        .entity(EpisodeView.of(episode))
        .build();
  }
}
