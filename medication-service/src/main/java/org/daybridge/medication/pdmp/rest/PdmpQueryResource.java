package org.daybridge.medication.pdmp.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.patient.FollowedPatients;
import org.daybridge.medication.pdmp.PdmpHandler;
import org.daybridge.medication.pdmp.PdmpQueries;
import org.daybridge.medication.pdmp.PdmpQuery;
import org.jspecify.annotations.Nullable;

/** Queries of the monitoring program over HTTP. */
@Path("/api/medication/v1/patients/{patientId}/pdmp-queries")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class PdmpQueryResource {
  private final PdmpQueries queries;
  private final PdmpHandler handler;
  private final FollowedPatients patients;
  private final Clock clock;

  PdmpQueryResource(
      PdmpQueries queries, PdmpHandler handler, FollowedPatients patients, Clock clock) {
    this.queries = queries;
    this.handler = handler;
    this.patients = patients;
    this.clock = clock;
  }

  record NewQuery(
      @NotNull @Pattern(regexp = "[A-Z]{2}") String state,
      @NotNull Boolean reachable,
      @Nullable @Min(1) @Max(3660) Integer lookbackDays,
      @Nullable Boolean reviewed,
      @Nullable Instant queriedAt) {}

  record QueriesView(List<PdmpQuery> items) {}

  @POST
  @PermissionsAllowed("pdmp-query:record")
  public Response record(@PathParam("patientId") UUID patientId, @NotNull @Valid NewQuery body) {
    var patient = patients.require(new PatientId(patientId));
    var at = body.queriedAt() == null ? clock.instant() : body.queriedAt();
    if (at.isAfter(clock.instant())) {
      throw RuleRefused.rule("report-is-not-in-the-future", "The query lies in the future.");
    }
    var query =
        new PdmpQuery(
            Ids.next(),
            patient.id(),
            body.state(),
            Callers.current().principalId(),
            at,
            body.reachable(),
            body.lookbackDays(),
            Boolean.TRUE.equals(body.reviewed()));
    handler.recorded(query, patient.labels());
    return Response.created(
            URI.create("/api/medication/v1/patients/" + patientId + "/pdmp-queries"))
        .entity(query)
        .build();
  }

  @GET
  @PermissionsAllowed("pdmp-query:read")
  public QueriesView list(@PathParam("patientId") UUID patientId) {
    return new QueriesView(queries.of(patients.require(new PatientId(patientId)).id()));
  }
}
