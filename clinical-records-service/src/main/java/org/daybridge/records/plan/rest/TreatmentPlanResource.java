package org.daybridge.records.plan.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.PlanId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.plan.ActivePlan;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.plan.PlanCommand;
import org.daybridge.records.plan.PlanDifference;
import org.daybridge.records.plan.PlanHandler;
import org.daybridge.records.plan.PlanReview;
import org.daybridge.records.plan.TreatmentPlan;
import org.daybridge.records.plan.TreatmentPlans;
import org.daybridge.records.signing.Versioned;
import org.daybridge.records.signing.rest.NewRefusal;
import org.daybridge.records.signing.rest.NewSignature;
import org.daybridge.records.signing.rest.SignatureMaker;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Treatment plans: drafting, signatures, activation, reviews. */
@Path("/api/clinical-records/v1/treatment-plans")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class TreatmentPlanResource {

  private final PlanHandler handler;
  private final TreatmentPlans plans;
  private final PlanQuery query;
  private final SignatureMaker signatures;

  TreatmentPlanResource(
      PlanHandler handler, TreatmentPlans plans, PlanQuery query, SignatureMaker signatures) {
    this.handler = handler;
    this.plans = plans;
    this.query = query;
    this.signatures = signatures;
  }

  record NewPlan(@Nullable UUID id, @NotNull UUID patientId, @NotNull @Valid PlanBody content) {}

  record Finding(@NotNull UUID goalId, @NotNull PlanReview.Progress progress) {}

  record NewReview(
      @NotNull PlanReview.Outcome decision,
      @NotNull @Size(max = 100) List<@NotNull @Valid Finding> findings,
      @NotNull @Size(max = 5000) String summary) {}

  @POST
  @PermissionsAllowed("plan:write")
  public RestResponse<PlanView> begin(@NotNull @Valid NewPlan body) {
    var id = new PlanId(body.id() == null ? Ids.next() : body.id());
    var kept = handler.begin(id, new PatientId(body.patientId()), body.content().toDomain());
    return ResponseBuilder.create(RestResponse.Status.CREATED, PlanView.of(kept.value()))
        .location(URI.create("/api/clinical-records/v1/treatment-plans/" + id))
        .header("ETag", ETags.of(kept.version()))
        .build();
  }

  @GET
  @PermissionsAllowed("plan:read")
  public List<PlanSummary> list(@QueryParam("patientId") @Nullable UUID patientId) {
    return query.ofPatient(patientId);
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("plan:read")
  public RestResponse<PlanView> read(UUID id) {
    return shown(plans.require(new PlanId(id)));
  }

  @PUT
  @Path("{id}/draft")
  @PermissionsAllowed("plan:write")
  public RestResponse<PlanView> edit(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid PlanBody body) {
    var me = new StaffId(Callers.current().principalId());
    return change(
        id, ifMatch, (_, moment) -> new PlanCommand.Edit(me, body.toDomain(), moment.limits()));
  }

  @POST
  @Path("{id}/signatures")
  @PermissionsAllowed("plan:sign")
  public RestResponse<PlanView> sign(
      UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid NewSignature body) {
    return change(
        id,
        ifMatch,
        (plan, moment) ->
            new PlanCommand.Sign(
                signatures.of(body, plan.patient(), moment.now(), moment.today()),
                moment.limits(),
                moment.today()));
  }

  @POST
  @Path("{id}/refusals")
  @PermissionsAllowed("plan:write")
  public RestResponse<PlanView> recordRefusal(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid NewRefusal body) {
    return change(
        id,
        ifMatch,
        (_, moment) ->
            new PlanCommand.RecordRefusal(
                body.toDomain(moment.now()), body.seen(), moment.limits(), moment.today()));
  }

  @POST
  @Path("{id}/activation")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("plan:write")
  public RestResponse<PlanView> activate(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var me = Callers.current().principalId();
    return change(
        id,
        ifMatch,
        (_, moment) -> new PlanCommand.Activate(me, moment.now(), moment.limits(), moment.today()));
  }

  @POST
  @Path("{id}/reviews")
  @PermissionsAllowed("plan:write")
  public RestResponse<PlanView> review(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid NewReview body) {
    var me = new StaffId(Callers.current().principalId());
    var findings =
        body.findings().stream()
            .map(each -> new PlanReview.GoalProgress(new GoalId(each.goalId()), each.progress()))
            .toList();
    return change(
        id,
        ifMatch,
        (_, moment) ->
            new PlanCommand.Review(
                new PlanReview(me, moment.now(), body.decision(), findings, body.summary()),
                moment.limits(),
                moment.today()));
  }

  /** One signed version, past or present. */
  @GET
  @Path("{id}/versions/{number}")
  @PermissionsAllowed("plan:read")
  public PlanView.ActiveView version(UUID id, int number) {
    return PlanView.active(versionOf(plans.require(new PlanId(id)).value(), number));
  }

  @GET
  @Path("{id}/difference")
  @PermissionsAllowed("plan:read")
  public List<PlanDifference.Change> difference(
      UUID id,
      @QueryParam("from") @NotNull @Min(1) @Max(10_000) Integer from,
      @QueryParam("to") @NotNull @Min(1) @Max(10_000) Integer to) {
    var plan = plans.require(new PlanId(id)).value();
    return PlanDifference.between(versionOf(plan, from).content(), versionOf(plan, to).content());
  }

  private static ActivePlan versionOf(TreatmentPlan plan, int number) {
    return plan.version(number)
        .orElseThrow(() -> new NotVisible("treatment-plan-version", plan.id().value()));
  }

  private RestResponse<PlanView> change(
      UUID id, @Nullable String ifMatch, PlanHandler.Command command) {
    return shown(
        handler.handle(new PlanId(id), version -> ETags.require(ifMatch, version), command));
  }

  private static RestResponse<PlanView> shown(Versioned<TreatmentPlan> kept) {
    return ResponseBuilder.ok(PlanView.of(kept.value()))
        .header("ETag", ETags.of(kept.version()))
        .build();
  }
}
