package org.daybridge.outcomes.notice.rest;

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
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.outcomes.RiskCaseId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.outcomes.notice.Notice;
import org.daybridge.outcomes.notice.NoticeHandler;
import org.daybridge.outcomes.notice.NoticeTarget;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where alarms are told beside the service itself. */
@Path("/api/outcomes/v1")
@Produces(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class NoticeResource {
  private final NoticeHandler handler;

  NoticeResource(NoticeHandler handler) {
    this.handler = handler;
  }

  /** What it is called, and the https address that takes the POST. */
  public record TargetBody(
      @NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 500) String url) {}

  /** A target with the secret of its signatures, told this once. */
  public record EnteredView(UUID id, String name, String url, String secret) {}

  /** A target. */
  public record TargetView(UUID id, String name, String url, boolean active) {
    static TargetView of(NoticeTarget one) {
      return new TargetView(one.id(), one.name(), one.url().toString(), one.active());
    }
  }

  /** Enters a target; from then on it is told of each alarm. */
  @POST
  @Path("notice-targets")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("notice-target:manage")
  @ResponseStatus(201)
  public EnteredView enter(@NotNull @Valid TargetBody body) {
    NoticeHandler.Entered entered = handler.enter(body.name(), body.url());
    return new EnteredView(
        entered.target().id(),
        entered.target().name(),
        entered.target().url().toString(),
        entered.secret());
  }

  @GET
  @Path("notice-targets")
  @PermissionsAllowed("notice-target:manage")
  public List<TargetView> targets() {
    return handler.targets().stream().map(TargetView::of).toList();
  }

  /** It is told no more. */
  @POST
  @Path("notice-targets/{id}/deactivation")
  @PermissionsAllowed("notice-target:manage")
  public void deactivate(UUID id) {
    handler.deactivate(id);
  }

  /** Tells it as if there were an alarm. */
  @POST
  @Path("notice-targets/{id}/trial")
  @PermissionsAllowed("notice-target:manage")
  @ResponseStatus(202)
  public void tryOut(UUID id) {
    handler.tryOut(id);
  }

  /** What the targets were told of a case, and whether they heard it; the newest first. */
  @GET
  @Path("notices")
  @PermissionsAllowed("risk-case:read")
  public List<Notice> of(@QueryParam("riskCaseId") @NotNull UUID riskCaseId) {
    return handler.of(new RiskCaseId(riskCaseId));
  }
}
