package org.daybridge.records.homework.rest;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.records.homework.Homework;
import org.daybridge.records.homework.HomeworkHandler;
import org.daybridge.records.homework.HomeworkHandler.Assignment;
import org.daybridge.records.homework.HomeworkHandler.Step;
import org.daybridge.records.homework.HomeworkId;
import org.daybridge.records.homework.Homeworks;
import org.daybridge.records.homework.Homeworks.Coverage;
import org.daybridge.records.homework.Homeworks.Practice;
import org.daybridge.records.homework.Skill;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.signing.Versioned;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Homework and skill practice. */
@Path("/api/clinical-records/v1")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class HomeworkResource {

  private final HomeworkHandler handler;
  private final Homeworks homeworks;

  HomeworkResource(HomeworkHandler handler, Homeworks homeworks) {
    this.handler = handler;
    this.homeworks = homeworks;
  }

  record NewHomework(
      @Nullable UUID id,
      @NotNull UUID patientId,
      @Nullable UUID goalId,
      @Nullable Skill skill,
      @NotBlank @Size(max = 200) String title,
      @NotNull @Size(max = 5000) String instructions,
      @NotNull LocalDate dueOn) {
    @Override
    public String toString() {
      return "NewHomework[dueOn=" + dueOn + "]";
    }
  }

  record Text(@NotBlank @Size(max = 20_000) String text) {
    @Override
    public String toString() {
      return "Text[]";
    }
  }

  record NewPractice(
      @NotNull UUID id,
      @NotNull UUID patientId,
      @NotNull Skill skill,
      @NotNull Instant practicedAt,
      @NotNull @Min(0) @Max(10) Integer helped) {}

  record PracticeView(UUID id, Skill skill, Instant practicedAt, int helped) {}

  @POST
  @Path("homework")
  @PermissionsAllowed("homework:assign")
  public RestResponse<HomeworkView> assign(@NotNull @Valid NewHomework body) {
    var kept =
        handler.assign(
            new Assignment(
                new HomeworkId(body.id() == null ? Ids.next() : body.id()),
                new PatientId(body.patientId()),
                Optional.ofNullable(body.goalId()).map(GoalId::new),
                Optional.ofNullable(body.skill()),
                body.title(),
                body.instructions(),
                body.dueOn()),
            me());
    return ResponseBuilder.create(RestResponse.Status.CREATED, HomeworkView.of(kept.value()))
        .header("ETag", ETags.of(kept.version()))
        .build();
  }

  @GET
  @Path("homework")
  @PermissionsAllowed("homework:read")
  public List<HomeworkView> list(@QueryParam("patientId") @Nullable UUID patientId) {
    return homeworks.ofPatient(needed(patientId)).stream()
        .map(kept -> HomeworkView.of(kept.value()))
        .toList();
  }

  @GET
  @Path("homework/{id}")
  @PermissionsAllowed("homework:read")
  public RestResponse<HomeworkView> read(UUID id) {
    return shown(homeworks.require(new HomeworkId(id)));
  }

  @POST
  @Path("homework/{id}/submission")
  @PermissionsAllowed("homework:submit")
  public RestResponse<HomeworkView> submit(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Text body) {
    return change(id, ifMatch, (homework, now) -> homework.submit(body.text(), now));
  }

  @POST
  @Path("homework/{id}/review")
  @PermissionsAllowed("homework:assign")
  public RestResponse<HomeworkView> review(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Text body) {
    var me = me();
    return change(id, ifMatch, (homework, now) -> homework.review(me, body.text(), now));
  }

  @GET
  @Path("skills")
  @PermissionsAllowed("homework:read")
  public List<SkillView> skills() {
    return Arrays.stream(Skill.values()).map(SkillView::of).toList();
  }

  /** One skill of the catalog, in words for the patient. */
  record SkillView(Skill code, String title, String how) {
    static SkillView of(Skill skill) {
      return new SkillView(skill, skill.title(), skill.how());
    }
  }

  /** What of the curriculum a patient was given and has practiced, skill by skill. */
  @GET
  @Path("skill-coverage")
  @PermissionsAllowed("homework:read")
  public List<Coverage> coverage(@QueryParam("patientId") @Nullable UUID patientId) {
    return homeworks.coverage(needed(patientId));
  }

  /** The id is the device's: sending the same practice again adds nothing. */
  @POST
  @Path("skill-practices")
  @PermissionsAllowed("homework:submit")
  public RestResponse<PracticeView> log(@NotNull @Valid NewPractice body) {
    var practice =
        new Practice(
            body.id(),
            new PatientId(body.patientId()),
            body.skill(),
            body.practicedAt(),
            body.helped());
    handler.practiced(practice);
    return RestResponse.status(RestResponse.Status.CREATED, view(practice));
  }

  @GET
  @Path("skill-practices")
  @PermissionsAllowed("homework:read")
  public List<PracticeView> practices(@QueryParam("patientId") @Nullable UUID patientId) {
    return homeworks.practices(needed(patientId)).stream().map(HomeworkResource::view).toList();
  }

  private static PracticeView view(Practice practice) {
    return new PracticeView(
        practice.id(), practice.skill(), practice.practicedAt(), practice.helped());
  }

  private static PatientId needed(@Nullable UUID patientId) {
    if (patientId == null) throw BadRequest.field("patientId", "is needed");
    return new PatientId(patientId);
  }

  private RestResponse<HomeworkView> change(UUID id, @Nullable String ifMatch, Step step) {
    return shown(
        handler.handle(new HomeworkId(id), version -> ETags.require(ifMatch, version), step));
  }

  private static RestResponse<HomeworkView> shown(Versioned<Homework> kept) {
    return ResponseBuilder.ok(HomeworkView.of(kept.value()))
        .header("ETag", ETags.of(kept.version()))
        .build();
  }

  private static StaffId me() {
    return new StaffId(Callers.current().principalId());
  }
}
