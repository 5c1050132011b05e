package org.daybridge.intake.referral.fhir;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.intake.referral.ReferralHandler;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.http.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Referrals from an EHR, as a FHIR bundle; the same handler as for a front end. */
@Path("/api/intake/v1/referrals")
@UnitOfWork
@RunOnVirtualThread
public class ReferralBundleFacade {
  private final ReferralHandler handler;

  ReferralBundleFacade(ReferralHandler handler) {
    this.handler = handler;
  }

  /**
   * What became of a bundle: the referral, and how many resources of each type were used or not.
   */
  public record Receipt(
      ReferralId id,
      PatientId patientId,
      boolean personWasKnown,
      Map<String, Integer> used,
      Map<String, Integer> notUsed) {}

  /**
   * Receives a transaction or collection bundle with one Patient. The track is named by the
   * parameter, or by a ServiceRequest's code.
   */
  @POST
  @Consumes(FhirJsonWriter.MEDIA_TYPE)
  @Produces(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("referral:receive")
  public Response receive(
      @QueryParam("track") @Size(max = 60) @Nullable String track, @NotBlank String body) {
    ReferralBundle bundle = ReferralBundle.read(body);
    ReferralHandler.Received received = handler.receive(bundle.toReferral(track));
    return Response.created(URI.create("/api/intake/v1/referrals/" + received.referral().id()))
        .entity(
            new Receipt(
                received.referral().id(),
                received.referral().patient(),
                received.personWasKnown(),
                bundle.used(),
                bundle.notUsed()))
        .build();
  }
}
