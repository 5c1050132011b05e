package org.daybridge.outcomes.risk.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.RiskCaseId;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.outcomes.instrument.rest.Parameters;
import org.daybridge.outcomes.risk.RiskCase;
import org.daybridge.outcomes.risk.RiskCases;
import org.daybridge.outcomes.risk.RiskHandler;
import org.daybridge.outcomes.risk.RiskTrail;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Risk cases for the clinic: see, acknowledge, close with what was done. */
@Path("/api/outcomes/v1/risk-cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class RiskCaseResource {
  /** What was done; ENTERED_IN_ERROR needs the note. */
  public record ClosureBody(
      @NotNull RiskCase.Disposition disposition, @Nullable @Size(max = 2000) String note) {}

  private final RiskHandler handler;
  private final RiskCases cases;
  private final RiskTrail trail;

  RiskCaseResource(RiskHandler handler, RiskCases cases, RiskTrail trail) {
    this.handler = handler;
    this.cases = cases;
    this.trail = trail;
  }

  @GET
  @PermissionsAllowed("risk-case:read")
  public Page<RiskCaseView> list(
      @QueryParam("patientId") @Nullable String patientId,
      @QueryParam("open") @Nullable String open,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    PageRequest asked = PageRequest.of(limit, cursor);
    UUID patient = Parameters.id("patientId", patientId);
    List<RiskCaseView> found =
        cases
            .page(
                patient == null ? null : new PatientId(patient),
                !"false".equals(open),
                asked.rows(),
                asked.afterId())
            .stream()
            .map(one -> RiskCaseView.of(one, List.of()))
            .toList();
    return Page.of(found, asked, view -> view.id().toString());
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("risk-case:read")
  public RestResponse<RiskCaseView> read(UUID id) {
    return answer(cases.require(new RiskCaseId(id)));
  }

  @POST
  @Path("{id}/acknowledgement")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("risk-case:acknowledge")
  public RestResponse<RiskCaseView> acknowledge(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answer(
        handler.acknowledge(new RiskCaseId(id), version -> ETags.require(ifMatch, version)));
  }

  @POST
  @Path("{id}/closure")
  @PermissionsAllowed("risk-case:close")
  public RestResponse<RiskCaseView> close(
      UUID id,
      @Valid @NotNull ClosureBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answer(
        handler.close(
            new RiskCaseId(id),
            body.disposition(),
            body.note(),
            version -> ETags.require(ifMatch, version)));
  }

  private RestResponse<RiskCaseView> answer(RiskCase riskCase) {
    return RestResponse.ResponseBuilder.ok(RiskCaseView.of(riskCase, trail.of(riskCase)))
        .header("ETag", ETags.of(riskCase.version()))
        .build();
  }
}
