package org.daybridge.outcomes.assignment.rest;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.outcomes.assignment.Assignment;
import org.daybridge.outcomes.assignment.AssignmentHandler;
import org.daybridge.outcomes.assignment.Assignments;
import org.daybridge.outcomes.instrument.Instruments;
import org.daybridge.outcomes.instrument.rest.Parameters;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is due: a patient sees the own, staff those of a patient. */
@Path("/api/outcomes/v1/assignments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class AssignmentResource {
  /** An instrument that a clinician asks for. */
  public record AssignmentBody(
      @NotNull UUID patientId,
      @NotBlank @Size(max = 40) String instrument,
      @NotNull LocalDate dueOn) {}

  /** One assignment as shown; {@code state} DUE, DONE, MISSED or CLOSED. */
  public record AssignmentView(
      UUID id,
      UUID patientId,
      UUID episodeId,
      String instrument,
      String instrumentVersion,
      String askedBy,
      String occasion,
      Instant opensAt,
      LocalDate dueOn,
      String state,
      @Nullable Instant settledAt,
      @Nullable UUID measureId) {
    static AssignmentView of(Assignment one) {
      return new AssignmentView(
          one.id(),
          one.patient().value(),
          one.episode().value(),
          one.instrument(),
          one.instrumentVersion(),
          one.askedBy().name(),
          one.occasion().name(),
          one.opensAt(),
          one.dueOn(),
          one.state().name(),
          one.settledAt(),
          one.measureId());
    }
  }

  private final AssignmentHandler handler;
  private final Assignments assignments;
  private final Instruments instruments;

  AssignmentResource(AssignmentHandler handler, Assignments assignments, Instruments instruments) {
    this.handler = handler;
    this.assignments = assignments;
    this.instruments = instruments;
  }

  @GET
  @PermissionsAllowed("assignment:read")
  public Page<AssignmentView> list(
      @QueryParam("patientId") @Nullable String patientId,
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    PageRequest asked = PageRequest.of(limit, cursor);
    List<AssignmentView> found =
        assignments
            .page(
                new PatientId(Parameters.patient(patientId)),
                Parameters.code("state", Assignment.State.class, state),
                asked.rows(),
                asked.afterId())
            .stream()
            .map(AssignmentView::of)
            .toList();
    return Page.of(found, asked, view -> view.id().toString());
  }

  @POST
  @PermissionsAllowed("assignment:create")
  public RestResponse<AssignmentView> request(@Valid @NotNull AssignmentBody body) {
    Assignment made =
        handler.request(
            new PatientId(body.patientId()),
            instruments
                .current(body.instrument())
                .orElseThrow(() -> BadRequest.field("instrument", "is not in the registry")),
            body.dueOn());
    return RestResponse.status(RestResponse.Status.CREATED, AssignmentView.of(made));
  }
}
