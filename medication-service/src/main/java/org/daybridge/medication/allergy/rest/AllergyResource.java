package org.daybridge.medication.allergy.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.allergy.Allergies;
import org.daybridge.medication.allergy.Allergy;
import org.daybridge.medication.allergy.Allergy.Category;
import org.daybridge.medication.allergy.Allergy.Criticality;
import org.daybridge.medication.allergy.Allergy.Kind;
import org.daybridge.medication.allergy.Allergy.Source;
import org.daybridge.medication.allergy.Allergy.Status;
import org.daybridge.medication.patient.FollowedPatients;
import org.jspecify.annotations.Nullable;

/** Allergies over HTTP. A plain register: what is told is kept. */
@Path("/api/medication/v1")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class AllergyResource {
  private final Allergies allergies;
  private final FollowedPatients patients;
  private final Clock clock;

  AllergyResource(Allergies allergies, FollowedPatients patients, Clock clock) {
    this.allergies = allergies;
    this.patients = patients;
    this.clock = clock;
  }

  record NewAllergy(
      @Nullable @Size(max = 300) String substance,
      @Nullable @Size(max = 200) String codeSystem,
      @Nullable @Size(max = 40) String code,
      @Nullable Category category,
      @Nullable Kind kind,
      @Nullable Criticality criticality,
      @Nullable @Size(max = 300) String reaction) {}

  record NewStatus(@NotNull Status status) {}

  record AllergyList(List<Allergy> items) {}

  @POST
  @Path("patients/{patientId}/allergies")
  @PermissionsAllowed("allergy:record")
  public Response record(@PathParam("patientId") UUID patientId, @NotNull @Valid NewAllergy body) {
    var patient = patients.require(new PatientId(patientId));
    if (isBlank(body.substance()) && isBlank(body.code())) {
      throw RuleRefused.rule("unknown-allergen-is-named", "Neither a code nor a name was sent.");
    }
    var allergy =
        new Allergy(
            Ids.next(),
            patient.id(),
            patient.labels(),
            0,
            body.substance(),
            body.codeSystem(),
            body.code(),
            body.category() == null ? Category.MEDICATION : body.category(),
            body.kind() == null ? Kind.ALLERGY : body.kind(),
            body.criticality(),
            body.reaction(),
            Status.ACTIVE,
            Callers.current().isStaff() ? Source.STAFF : Source.PATIENT,
            null,
            Callers.current().principalId(),
            clock.instant());
    allergies.add(allergy);
    return Response.created(URI.create("/api/medication/v1/allergies/" + allergy.allergyId()))
        .header(HttpHeaders.ETAG, ETags.of(0))
        .entity(allergy)
        .build();
  }

  @GET
  @Path("patients/{patientId}/allergies")
  @PermissionsAllowed("allergy:read")
  public AllergyList list(@PathParam("patientId") UUID patientId) {
    var patient = patients.require(new PatientId(patientId));
    return new AllergyList(allergies.of(patient.id()));
  }

  @GET
  @Path("allergies/{allergyId}")
  @PermissionsAllowed("allergy:read")
  public Response read(@PathParam("allergyId") UUID allergyId) {
    return answer(allergies.require(allergyId));
  }

  @PUT
  @Path("allergies/{allergyId}/status")
  @PermissionsAllowed("allergy:record")
  public Response change(
      @PathParam("allergyId") UUID allergyId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid NewStatus body) {
    var before = allergies.require(allergyId);
    ETags.require(ifMatch, before.version());
    return answer(allergies.change(before, body.status()));
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static Response answer(Allergy allergy) {
    return Response.ok(allergy).header(HttpHeaders.ETAG, ETags.of(allergy.version())).build();
  }
}
