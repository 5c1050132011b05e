package org.daybridge.outcomes.criticaloutcome.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.outcomes.criticaloutcome.CriticalOutcome;
import org.daybridge.outcomes.criticaloutcome.CriticalOutcome.Kind;
import org.daybridge.outcomes.criticaloutcome.CriticalOutcome.Source;
import org.daybridge.outcomes.criticaloutcome.CriticalOutcomeHandler;
import org.daybridge.outcomes.criticaloutcome.CriticalOutcomes;
import org.daybridge.outcomes.instrument.rest.Parameters;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Critical outcomes: recorded by staff, read by the care team. */
@Path("/api/outcomes/v1/critical-outcomes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class CriticalOutcomeResource {
  /** What happened, on which day, and who told. */
  public record CriticalOutcomeBody(
      @Nullable UUID id,
      @NotNull UUID patientId,
      @NotNull Kind kind,
      @NotNull LocalDate occurredOn,
      @NotNull Source source) {}

  /** One entry as shown; {@code beforeAdmission} marks what happened before this episode. */
  public record CriticalOutcomeView(
      UUID id,
      UUID patientId,
      UUID episodeId,
      String kind,
      LocalDate occurredOn,
      boolean beforeAdmission,
      String source,
      UUID determinedBy,
      Instant recordedAt) {
    static CriticalOutcomeView of(CriticalOutcome one) {
      return new CriticalOutcomeView(
          one.id(),
          one.patient().value(),
          one.episode().value(),
          one.kind().name(),
          one.occurredOn(),
          one.beforeAdmission(),
          one.source().name(),
          one.determinedBy(),
          one.recordedAt());
    }
  }

  private final CriticalOutcomeHandler handler;
  private final CriticalOutcomes outcomes;

  CriticalOutcomeResource(CriticalOutcomeHandler handler, CriticalOutcomes outcomes) {
    this.handler = handler;
    this.outcomes = outcomes;
  }

  @POST
  @PermissionsAllowed("critical-outcome:record")
  public RestResponse<CriticalOutcomeView> record(@Valid @NotNull CriticalOutcomeBody body) {
    CriticalOutcome outcome =
        handler.record(
            body.id() == null ? Ids.next() : body.id(),
            new PatientId(body.patientId()),
            body.kind(),
            body.occurredOn(),
            body.source());
    return RestResponse.status(RestResponse.Status.CREATED, CriticalOutcomeView.of(outcome));
  }

  @GET
  @PermissionsAllowed("critical-outcome:read")
  public Page<CriticalOutcomeView> list(
      @QueryParam("patientId") @Nullable String patientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    PageRequest asked = PageRequest.of(limit, cursor);
    List<CriticalOutcomeView> found =
        outcomes
            .of(new PatientId(Parameters.patient(patientId)), asked.rows(), asked.afterId())
            .stream()
            .map(CriticalOutcomeView::of)
            .toList();
    return Page.of(found, asked, view -> view.id().toString());
  }
}
