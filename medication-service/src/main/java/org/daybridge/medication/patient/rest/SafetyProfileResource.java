package org.daybridge.medication.patient.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.patient.FollowedPatients;
import org.daybridge.medication.patient.SafetyProfile;
import org.daybridge.medication.patient.SafetyProfiles;
import org.jspecify.annotations.Nullable;

/** What a clinician says about a person for the safety check, over HTTP. */
@Path("/api/medication/v1/patients/{patientId}/safety-profile")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class SafetyProfileResource {
  private final SafetyProfiles profiles;
  private final FollowedPatients patients;
  private final Clock clock;

  SafetyProfileResource(SafetyProfiles profiles, FollowedPatients patients, Clock clock) {
    this.profiles = profiles;
    this.patients = patients;
    this.clock = clock;
  }

  record ProfileBody(
      @Nullable Boolean pregnant,
      @Nullable @Min(1) @Max(3) Integer trimester,
      @Nullable Boolean contraception,
      @Nullable @Positive @Max(500) Double weightKg,
      @Nullable @Positive Double creatinineClearance,
      @Nullable @Positive Double egfr,
      @Nullable @Size(max = 100) List<@NotBlank @Size(max = 200) String> conditions,
      @Nullable LocalDate lastOpioidUse,
      @Nullable @Size(max = 100) String lastOpioid,
      @Nullable Instant lastAlcohol) {}

  @GET
  @PermissionsAllowed("safety-profile:read")
  public Response read(@PathParam("patientId") UUID patientId) {
    var patient = patients.require(new PatientId(patientId));
    return answer(
        profiles.find(patient.id()).orElseThrow(() -> new NotVisible("safety profile", patientId)));
  }

  /** The first profile needs no If-Match; a later one names the version that it replaces. */
  @PUT
  @PermissionsAllowed("safety-profile:record")
  public Response write(
      @PathParam("patientId") UUID patientId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ProfileBody body) {
    var patient = patients.require(new PatientId(patientId));
    var before = profiles.find(patient.id());
    before.ifPresent(known -> ETags.require(ifMatch, known.version()));
    var next =
        new SafetyProfile(
            patient.id(),
            before.map(known -> known.version() + 1).orElse(0),
            body.pregnant(),
            body.trimester(),
            body.contraception(),
            body.weightKg(),
            body.creatinineClearance(),
            body.egfr(),
            body.conditions() == null ? List.of() : body.conditions(),
            body.lastOpioidUse(),
            body.lastOpioid(),
            body.lastAlcohol(),
            Callers.current().principalId(),
            clock.instant());
    return answer(profiles.save(next, patient.labels()));
  }

  private static Response answer(SafetyProfile profile) {
    return Response.ok(profile).header(HttpHeaders.ETAG, ETags.of(profile.version())).build();
  }
}
