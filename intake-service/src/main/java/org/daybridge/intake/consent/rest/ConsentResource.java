package org.daybridge.intake.consent.rest;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.ConsentId;
import org.daybridge.contract.intake.ConsentType;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.intake.consent.Consent;
import org.daybridge.intake.consent.ConsentHandler;
import org.daybridge.intake.consent.Consents;
import org.daybridge.intake.patient.Patients;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.jspecify.annotations.Nullable;

/** A patient's consents: to treatment, and separately to disclosures of substance-use records. */
@Path("/api/intake/v1/patients/{patientId}/consents")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class ConsentResource {
  private final ConsentHandler handler;
  private final Consents consents;
  private final Patients patients;

  ConsentResource(ConsentHandler handler, Consents consents, Patients patients) {
    this.handler = handler;
    this.consents = consents;
    this.patients = patients;
  }

  /** The elements of a disclosure consent (42 CFR 2.31); which are missing is told by name. */
  public record DisclosureBody(
      @Size(max = 200) @Nullable String discloser,
      @Size(max = 2000) @Nullable String information,
      @Size(max = 50) @Nullable List<@NotBlank @Size(max = 200) String> recipients,
      @Size(max = 60) @Nullable String recipientClass,
      Consent.@Nullable Purpose purpose,
      boolean rightToRevokeStated,
      boolean redisclosureStated,
      @Size(max = 200) @Nullable String expiryEvent) {}

  /** A signed consent. A disclosure consent has its elements, one to treatment has none. */
  public record NewConsent(
      @NotNull ConsentType type,
      @NotBlank @Size(max = 40) String documentVersion,
      @NotBlank @Size(max = 20) String language,
      @NotBlank @Size(max = 200) String signedBy,
      @NotNull Instant signedAt,
      @Nullable LocalDate expiresOn,
      @Nullable @Valid DisclosureBody disclosure) {
    @Override
    public String toString() {
      return "NewConsent[" + type + "]";
    }
  }

  @POST
  @PermissionsAllowed("consent:record")
  public Response record(UUID patientId, @NotNull @Valid NewConsent body) {
    Consent consent =
        handler.grant(
            new PatientId(patientId),
            new Consent.Document(body.documentVersion(), body.language(), body.signedBy()),
            terms(body),
            body.signedAt(),
            body.expiresOn());
    return Response.created(
            URI.create("/api/intake/v1/patients/" + patientId + "/consents/" + consent.id()))
        .entity(ConsentView.of(consent))
        .build();
  }

  @GET
  @PermissionsAllowed("consent:read")
  public List<ConsentView> read(UUID patientId) {
    PatientId patient = new PatientId(patientId);
    patients.require(patient);
    return consents.of(patient).stream().map(ConsentView::of).toList();
  }

  /** Revokes a consent from now on; the same again answers the same. */
  @POST
  @Path("{id}/revocation")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("consent:revoke")
  public ConsentView revoke(UUID patientId, UUID id) {
    patients.require(new PatientId(patientId));
    return ConsentView.of(handler.revoke(new ConsentId(id)));
  }

  private static Consent.Terms terms(NewConsent body) {
    DisclosureBody terms = body.disclosure();
    return switch (body.type()) {
      case TREATMENT -> {
        if (terms != null) {
          throw BadRequest.field("disclosure", "belongs to a disclosure consent only");
        }
        yield new Consent.Terms.Treatment();
      }
      case PART2_DISCLOSURE -> {
        if (terms == null) {
          throw BadRequest.field("disclosure", "is needed for a disclosure consent");
        }
        yield new Consent.Terms.Disclosure(
            terms.discloser(),
            terms.information(),
            terms.recipients() == null ? List.of() : terms.recipients(),
            terms.recipientClass(),
            terms.purpose(),
            terms.rightToRevokeStated(),
            terms.redisclosureStated(),
            terms.expiryEvent());
      }
    };
  }
}
