package org.daybridge.records.amendment.rest;

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
import java.util.Optional;
import java.util.UUID;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.records.amendment.AmendmentRequest;
import org.daybridge.records.amendment.AmendmentRequest.Ground;
import org.daybridge.records.amendment.AmendmentRequest.Limits;
import org.daybridge.records.amendment.AmendmentRequest.State;
import org.daybridge.records.amendment.AmendmentRequest.Wish;
import org.daybridge.records.register.Register;
import org.daybridge.records.register.rest.RegisterDesk;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Requests to amend the record, their one extension, and their answers. */
@Path("/api/clinical-records/v1/amendment-requests")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class AmendmentResource {

  private final Register<AmendmentRequest> requests;
  private final RegisterDesk desk;
  private final RulePacks packs;

  AmendmentResource(Register<AmendmentRequest> requests, RegisterDesk desk, RulePacks packs) {
    this.requests = requests;
    this.desk = desk;
    this.packs = packs;
  }

  record NewRequest(
      @Nullable UUID id,
      @NotNull UUID patientId,
      @Nullable UUID noteId,
      @NotBlank @Size(max = 5000) String wanted,
      @NotBlank @Size(max = 5000) String because) {
    @Override
    public String toString() {
      return "NewRequest[" + noteId + "]";
    }
  }

  record Reason(@NotBlank @Size(max = 5000) String text) {
    @Override
    public String toString() {
      return "Reason[]";
    }
  }

  record Denial(@NotNull Ground ground, @NotBlank @Size(max = 5000) String because) {
    @Override
    public String toString() {
      return "Denial[" + ground + "]";
    }
  }

  record RequestView(
      UUID id,
      UUID patientId,
      UUID askedById,
      LocalDate askedOn,
      @Nullable UUID noteId,
      String wanted,
      String because,
      String status,
      @Nullable LocalDate dueOn,
      @Nullable String extendedBecause,
      @Nullable Instant answeredAt,
      @Nullable String answer,
      @Nullable Ground ground,
      @Nullable String disagreement) {

    static RequestView of(AmendmentRequest each) {
      return switch (each.state()) {
        case State.Open(var due, var extended) ->
            of(each, "OPEN", due, extended.orElse(null), null, null, null, null);
        case State.Accepted(_, var at, var how) ->
            of(each, "ACCEPTED", null, null, at, how, null, null);
        case State.Denied(_, var at, var ground, var why, var disagreement) ->
            of(each, "DENIED", null, null, at, why, ground, disagreement.orElse(null));
      };
    }

    private static RequestView of(
        AmendmentRequest each,
        String status,
        @Nullable LocalDate due,
        @Nullable String extended,
        @Nullable Instant answeredAt,
        @Nullable String answer,
        @Nullable Ground ground,
        @Nullable String disagreement) {
      return new RequestView(
          each.id(),
          each.patient().value(),
          each.askedBy(),
          each.askedOn(),
          each.note().orElse(null),
          each.wanted(),
          each.because(),
          status,
          due,
          extended,
          answeredAt,
          answer,
          ground,
          disagreement);
    }

    @Override
    public String toString() {
      return "RequestView[" + id + ", " + status + "]";
    }
  }

  @POST
  @PermissionsAllowed("amendment:ask")
  public RestResponse<RequestView> ask(@NotNull @Valid NewRequest body) {
    var episode = desk.episode(body.patientId());
    var today = episode.day(desk.now());
    var wish =
        new Wish(
            Callers.current().principalId(),
            Optional.ofNullable(body.noteId()),
            body.wanted(),
            body.because());
    return desk.add(
        requests,
        Decision.applied(
            AmendmentRequest.ask(
                RegisterDesk.id(body.id()),
                episode.patient(),
                episode.labels(),
                wish,
                today,
                limits(today))),
        RequestView::of);
  }

  @GET
  @PermissionsAllowed("amendment:read")
  public List<RequestView> list(@QueryParam("patientId") @Nullable UUID patientId) {
    return desk.list(requests, patientId, RequestView::of);
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("amendment:read")
  public RestResponse<RequestView> read(UUID id) {
    return desk.read(requests, id, RequestView::of);
  }

  /** Thirty days more, once, with the reason that the patient is told. */
  @POST
  @Path("{id}/extension")
  @PermissionsAllowed("amendment:decide")
  public RestResponse<RequestView> extend(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Reason body) {
    return desk.change(
        requests,
        id,
        ifMatch,
        (each, _) -> each.extend(body.text(), limits(each.askedOn())),
        RequestView::of);
  }

  @POST
  @Path("{id}/acceptance")
  @PermissionsAllowed("amendment:decide")
  public RestResponse<RequestView> accept(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Reason body) {
    var me = RegisterDesk.me();
    return desk.change(
        requests, id, ifMatch, (each, now) -> each.accept(me, body.text(), now), RequestView::of);
  }

  @POST
  @Path("{id}/denial")
  @PermissionsAllowed("amendment:decide")
  public RestResponse<RequestView> deny(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Denial body) {
    var me = RegisterDesk.me();
    return desk.change(
        requests,
        id,
        ifMatch,
        (each, now) -> each.deny(me, body.ground(), body.because(), now),
        RequestView::of);
  }

  /** The patient's answer to a denial; it stays with the record. */
  @POST
  @Path("{id}/disagreement")
  @PermissionsAllowed("amendment:ask")
  public RestResponse<RequestView> disagree(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Reason body) {
    return desk.change(
        requests, id, ifMatch, (each, _) -> each.disagree(body.text()), RequestView::of);
  }

  private Limits limits(LocalDate day) {
    var pack = packs.on(day);
    return new Limits(pack.number("amendment-days"), pack.number("amendment-extension-days"));
  }
}
