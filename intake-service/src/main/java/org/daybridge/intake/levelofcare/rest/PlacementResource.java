package org.daybridge.intake.levelofcare.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.intake.levelofcare.Placement;
import org.daybridge.intake.levelofcare.PlacementHandler;
import org.daybridge.intake.levelofcare.Placements;
import org.daybridge.intake.referral.Referrals;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.jspecify.annotations.Nullable;

/** Decisions on the level of care of a referred person. */
@Path("/api/intake/v1/referrals/{referralId}/level-of-care-decisions")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class PlacementResource {
  private final PlacementHandler handler;
  private final Placements placements;
  private final Referrals referrals;

  PlacementResource(PlacementHandler handler, Placements placements, Referrals referrals) {
    this.handler = handler;
    this.placements = placements;
    this.referrals = referrals;
  }

  /** Either the minimum level of each ASAM dimension, or the LOCUS composite (7 to 35). */
  public record DecisionBody(
      @Size(max = 5) @Nullable Map<Placement.@NotNull Dimension, @NotNull LevelOfCare> asam4,
      @Min(7) @Max(35) @Nullable Integer locus,
      @NotNull LevelOfCare chosen,
      @Size(max = 2000) @Nullable String overrideReason,
      @NotBlank @Size(max = 2000) String whyNotLower,
      @NotBlank @Size(max = 2000) String whyNotHigher) {
    @Override
    public String toString() {
      return "DecisionBody[…]";
    }
  }

  @POST
  @PermissionsAllowed("level-of-care:decide")
  public Response decide(UUID referralId, @NotNull @Valid DecisionBody body) {
    Placement placement =
        handler.decide(
            new ReferralId(referralId),
            measured(body),
            new Placement.Choice(
                body.chosen(), body.overrideReason(), body.whyNotLower(), body.whyNotHigher()));
    return Response.created(
            URI.create("/api/intake/v1/referrals/" + referralId + "/level-of-care-decisions"))
        .entity(placement)
        .build();
  }

  /** All decisions of the referral, newest first. */
  @GET
  @PermissionsAllowed("level-of-care:read")
  public List<Placement> read(UUID referralId) {
    ReferralId referral = new ReferralId(referralId);
    referrals.require(referral);
    return placements.of(referral);
  }

  private static Placement.Measured measured(DecisionBody body) {
    if ((body.asam4() == null) == (body.locus() == null)) {
      throw BadRequest.field("asam4", "either asam4 or locus must be given");
    }
    return body.locus() != null
        ? new Placement.Measured.Locus(body.locus())
        : new Placement.Measured.Asam4(body.asam4());
  }
}
