package org.daybridge.records.task.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.records.register.rest.RegisterDesk;
import org.daybridge.records.task.CareTask;
import org.daybridge.records.task.CareTasks;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Tasks about patients. */
@Path("/api/clinical-records/v1/tasks")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class CareTaskResource {

  private final CareTasks tasks;
  private final RegisterDesk desk;

  CareTaskResource(CareTasks tasks, RegisterDesk desk) {
    this.tasks = tasks;
    this.desk = desk;
  }

  record NewTask(
      @Nullable UUID id,
      @NotNull UUID patientId,
      @NotNull UUID ownerId,
      @NotBlank @Size(max = 500) String what,
      @NotNull LocalDate dueOn) {
    @Override
    public String toString() {
      return "NewTask[dueOn=" + dueOn + "]";
    }
  }

  record Dropping(@NotBlank @Size(max = 500) String because) {
    @Override
    public String toString() {
      return "Dropping[]";
    }
  }

  record HandingOver(@NotNull UUID ownerId) {}

  record TaskView(
      UUID id,
      UUID patientId,
      UUID ownerId,
      String what,
      LocalDate dueOn,
      UUID askedById,
      Instant askedAt,
      @Nullable UUID meetingId,
      String status) {

    static TaskView of(CareTask each) {
      return new TaskView(
          each.id(),
          each.patient().value(),
          each.owner().value(),
          each.what(),
          each.dueOn(),
          each.askedBy().value(),
          each.askedAt(),
          each.meeting().orElse(null),
          each.state().getClass().getSimpleName().toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
      return "TaskView[" + id + ", " + status + "]";
    }
  }

  @POST
  @PermissionsAllowed("task:write")
  public RestResponse<TaskView> ask(@NotNull @Valid NewTask body) {
    var episode = desk.episode(body.patientId());
    var now = desk.now();
    var proposed =
        new CareTask(
            RegisterDesk.id(body.id()),
            episode.patient(),
            episode.labels(),
            new StaffId(body.ownerId()),
            body.what(),
            body.dueOn(),
            RegisterDesk.me(),
            now,
            Optional.empty(),
            new CareTask.State.Open());
    return desk.add(tasks, CareTask.ask(proposed, episode.day(now)), TaskView::of);
  }

  /** A patient's tasks; without a patient the caller's own open ones, the first due first. */
  @GET
  @PermissionsAllowed("task:read")
  public List<TaskView> list(@QueryParam("patientId") @Nullable UUID patientId) {
    return patientId == null
        ? tasks.openOf(RegisterDesk.me()).stream().map(each -> TaskView.of(each.value())).toList()
        : desk.list(tasks, patientId, TaskView::of);
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("task:read")
  public RestResponse<TaskView> read(UUID id) {
    return desk.read(tasks, id, TaskView::of);
  }

  @POST
  @Path("{id}/completion")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("task:write")
  public RestResponse<TaskView> done(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var me = RegisterDesk.me();
    return desk.change(tasks, id, ifMatch, (each, now) -> each.done(me, now), TaskView::of);
  }

  @POST
  @Path("{id}/dropping")
  @PermissionsAllowed("task:write")
  public RestResponse<TaskView> drop(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Dropping body) {
    var me = RegisterDesk.me();
    return desk.change(
        tasks, id, ifMatch, (each, now) -> each.drop(me, body.because(), now), TaskView::of);
  }

  @POST
  @Path("{id}/owner")
  @PermissionsAllowed("task:write")
  public RestResponse<TaskView> handOver(
      UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid HandingOver body) {
    var next = new StaffId(body.ownerId());
    return desk.change(tasks, id, ifMatch, (each, _) -> each.handOver(next), TaskView::of);
  }
}
