package org.daybridge.records.certification.rest;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.records.certification.Certification;
import org.daybridge.records.certification.Certification.Statement;
import org.daybridge.records.certification.CertificationHandler;
import org.daybridge.records.certification.Certifications;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Physician certifications, where the coverage asks for them. */
@Path("/api/clinical-records/v1/certifications")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class CertificationResource {

  private final CertificationHandler handler;
  private final Certifications certifications;

  CertificationResource(CertificationHandler handler, Certifications certifications) {
    this.handler = handler;
    this.certifications = certifications;
  }

  record NewCertification(
      @NotNull UUID patientId,
      @NotNull LocalDate from,
      @NotNull @Min(1) @Max(168) Integer hoursPerWeek,
      @NotBlank @Size(max = 10_000) String statement) {
    @Override
    public String toString() {
      return "NewCertification[from=" + from + "]";
    }
  }

  record CertificationView(
      UUID id,
      UUID patientId,
      UUID episodeId,
      Certification.Kind kind,
      LocalDate from,
      LocalDate through,
      int hoursPerWeek,
      String statement,
      UUID physicianId,
      List<String> credentials,
      Instant signedAt,
      String contentHash) {
    static CertificationView of(Certification each) {
      return new CertificationView(
          each.id().value(),
          each.patient().value(),
          each.episode().value(),
          each.kind(),
          each.from(),
          each.through(),
          each.hoursPerWeek(),
          each.statement(),
          each.physician().value(),
          each.credentials(),
          each.signedAt(),
          each.hash().value());
    }
  }

  @POST
  @PermissionsAllowed("certification:sign")
  public RestResponse<CertificationView> sign(@NotNull @Valid NewCertification body) {
    var certification =
        handler.sign(
            new PatientId(body.patientId()),
            new Statement(body.from(), body.hoursPerWeek(), body.statement()),
            new StaffId(Callers.current().principalId()));
    return RestResponse.status(RestResponse.Status.CREATED, CertificationView.of(certification));
  }

  @GET
  @PermissionsAllowed("certification:read")
  public List<CertificationView> list(@QueryParam("patientId") @Nullable UUID patientId) {
    if (patientId == null) throw BadRequest.field("patientId", "is needed");
    return certifications.ofPatient(new PatientId(patientId)).stream()
        .map(CertificationView::of)
        .toList();
  }
}
