package org.daybridge.records.exposure.rest;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.records.exposure.ExposureHierarchy;
import org.daybridge.records.exposure.ExposureHierarchy.Attempt;
import org.daybridge.records.exposure.ExposureHierarchy.Step;
import org.daybridge.records.register.Register;
import org.daybridge.records.register.rest.RegisterDesk;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Exposure hierarchies and the attempts at their steps. */
@Path("/api/clinical-records/v1/exposure-hierarchies")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class ExposureResource {

  private final Register<ExposureHierarchy> hierarchies;
  private final RegisterDesk desk;

  ExposureResource(Register<ExposureHierarchy> hierarchies, RegisterDesk desk) {
    this.hierarchies = hierarchies;
    this.desk = desk;
  }

  record StepBody(
      @NotBlank @Size(max = 500) String situation, @NotNull @Min(0) @Max(100) Integer expected) {
    @Override
    public String toString() {
      return "StepBody[" + expected + "]";
    }
  }

  record NewHierarchy(
      @Nullable UUID id,
      @NotNull UUID patientId,
      @NotBlank @Size(max = 500) String fear,
      @NotNull @Size(max = 30) List<@Valid @NotNull StepBody> steps) {
    @Override
    public String toString() {
      return "NewHierarchy[]";
    }
  }

  record Regrading(@NotNull @Size(max = 30) List<@Valid @NotNull StepBody> steps) {}

  record NewAttempt(
      @NotNull Instant at,
      @NotNull @Min(0) @Max(100) Integer before,
      @NotNull @Min(0) @Max(100) Integer peak,
      @NotNull @Min(0) @Max(100) Integer after,
      @NotNull @Min(1) @Max(600) Integer minutes) {}

  record StepView(
      int number, String situation, int expected, boolean mastered, List<Attempt> attempts) {
    @Override
    public String toString() {
      return "StepView[" + number + "]";
    }
  }

  record HierarchyView(
      UUID id, UUID patientId, String fear, @Nullable Integer nextStep, List<StepView> steps) {

    static HierarchyView of(ExposureHierarchy each) {
      var steps = each.steps();
      return new HierarchyView(
          each.id(),
          each.patient().value(),
          each.fear(),
          each.nextStep().orElse(null),
          IntStream.range(0, steps.size()).mapToObj(at -> view(at + 1, steps.get(at))).toList());
    }

    private static StepView view(int number, Step step) {
      return new StepView(
          number, step.situation(), step.expected(), step.mastered(), step.attempts());
    }

    @Override
    public String toString() {
      return "HierarchyView[" + id + "]";
    }
  }

  @POST
  @PermissionsAllowed("exposure:build")
  public RestResponse<HierarchyView> build(@NotNull @Valid NewHierarchy body) {
    var episode = desk.episode(body.patientId());
    return desk.add(
        hierarchies,
        ExposureHierarchy.build(
            RegisterDesk.id(body.id()),
            episode.patient(),
            episode.labels(),
            body.fear(),
            steps(body.steps())),
        HierarchyView::of);
  }

  @GET
  @PermissionsAllowed("exposure:read")
  public List<HierarchyView> list(@QueryParam("patientId") @Nullable UUID patientId) {
    return desk.list(hierarchies, patientId, HierarchyView::of);
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("exposure:read")
  public RestResponse<HierarchyView> read(UUID id) {
    return desk.read(hierarchies, id, HierarchyView::of);
  }

  @PUT
  @Path("{id}/steps")
  @PermissionsAllowed("exposure:build")
  public RestResponse<HierarchyView> regrade(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Regrading body) {
    return desk.change(
        hierarchies,
        id,
        ifMatch,
        (each, _) -> each.regrade(steps(body.steps())),
        HierarchyView::of);
  }

  /** Somebody tried a step, in session or alone. */
  @POST
  @Path("{id}/steps/{number}/attempts")
  @PermissionsAllowed("exposure:try")
  public RestResponse<HierarchyView> tried(
      UUID id,
      int number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid NewAttempt body) {
    var attempt = new Attempt(body.at(), body.before(), body.peak(), body.after(), body.minutes());
    return desk.change(
        hierarchies,
        id,
        ifMatch,
        (each, now) -> each.tried(number, attempt, now),
        HierarchyView::of);
  }

  private static List<Step> steps(List<StepBody> bodies) {
    return bodies.stream()
        .map(each -> new Step(each.situation(), each.expected(), List.of()))
        .toList();
  }
}
