package org.daybridge.medication.adherence.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.medication.adherence.Adherence;
import org.daybridge.medication.adherence.AdherenceHandler;
import org.daybridge.medication.adherence.AdherenceReport;
import org.daybridge.medication.adherence.AdherenceReport.Barrier;
import org.daybridge.medication.adherence.AdherenceReport.Source;
import org.daybridge.medication.adherence.AdherenceReport.Taken;
import org.daybridge.medication.patient.FollowedPatients;
import org.jspecify.annotations.Nullable;

/** Reports of what became of doses, and the days covered, over HTTP. */
@Path("/api/medication/v1")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class AdherenceResource {
  private final AdherenceHandler handler;
  private final Adherence adherence;
  private final FollowedPatients patients;
  private final Clock clock;

  AdherenceResource(
      AdherenceHandler handler, Adherence adherence, FollowedPatients patients, Clock clock) {
    this.handler = handler;
    this.adherence = adherence;
    this.patients = patients;
    this.clock = clock;
  }

  record NewReport(
      @Nullable UUID reportId,
      @Nullable UUID orderId,
      @Nullable Source source,
      @NotNull LocalDate coversFrom,
      @Nullable LocalDate coversTo,
      @Nullable @Min(0) @Max(1000) Integer dosesPlanned,
      @Nullable @Min(0) @Max(1000) Integer dosesTaken,
      @NotNull Taken taken,
      @Nullable @Size(max = 9) List<@NotNull Barrier> barriers,
      @Nullable Instant reportedAt) {}

  record ReportsView(List<AdherenceReport> items) {}

  @POST
  @Path("patients/{patientId}/adherence-reports")
  @PermissionsAllowed("adherence:report")
  public Response report(@PathParam("patientId") UUID patientId, @NotNull @Valid NewReport body) {
    var to = body.coversTo() == null ? body.coversFrom() : body.coversTo();
    if (to.isBefore(body.coversFrom())) {
      throw BadRequest.field("coversTo", "must not lie before coversFrom");
    }
    var now = clock.instant();
    var report =
        handler.report(
            new AdherenceReport(
                body.reportId() == null ? Ids.next() : body.reportId(),
                new PatientId(patientId),
                body.orderId(),
                source(body.source()),
                body.coversFrom(),
                to,
                body.dosesPlanned(),
                body.dosesTaken(),
                body.taken(),
                body.barriers() == null ? List.of() : body.barriers(),
                Callers.current().principalId(),
                body.reportedAt() == null ? now : body.reportedAt(),
                now,
                false));
    return Response.status(Response.Status.CREATED).entity(report).build();
  }

  /** Patients and proxies can only speak for themselves; staff says how it is known. */
  private static Source source(@Nullable Source stated) {
    Caller.Kind kind = Callers.current().kind();
    return switch (kind) {
      case PATIENT -> Source.PATIENT;
      case PROXY -> Source.PROXY;
      case STAFF, CLIENT, SERVICE -> stated == null ? Source.STAFF : stated;
    };
  }

  @GET
  @Path("patients/{patientId}/adherence-reports")
  @PermissionsAllowed("adherence:read")
  public ReportsView list(@PathParam("patientId") UUID patientId) {
    return new ReportsView(adherence.of(patients.require(new PatientId(patientId)).id()));
  }

  @GET
  @Path("patients/{patientId}/days-covered")
  @PermissionsAllowed("adherence:read")
  public AdherenceHandler.Summary daysCovered(
      @PathParam("patientId") UUID patientId,
      @QueryParam("from") @Nullable LocalDate from,
      @QueryParam("to") @Nullable LocalDate to) {
    if (from != null && to != null && to.isBefore(from)) {
      throw BadRequest.field("to", "must not lie before from");
    }
    return handler.daysCovered(new PatientId(patientId), from, to);
  }
}
