package org.daybridge.records.traumawork.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.Set;
import java.util.UUID;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.records.register.Register;
import org.daybridge.records.register.rest.RegisterDesk;
import org.daybridge.records.traumawork.TraumaReadiness;
import org.daybridge.records.traumawork.TraumaReadiness.Ground;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Readiness for trauma-focused work, and the patient's agreement. */
@Path("/api/clinical-records/v1/trauma-readiness")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class TraumaReadinessResource {

  private final Register<TraumaReadiness> looks;
  private final RegisterDesk desk;
  private final RulePacks packs;

  TraumaReadinessResource(Register<TraumaReadiness> looks, RegisterDesk desk, RulePacks packs) {
    this.looks = looks;
    this.desk = desk;
    this.packs = packs;
  }

  record NewLook(
      @Nullable UUID id, @NotNull UUID patientId, @NotNull Set<@NotNull Ground> inPlace) {}

  record LookView(
      UUID id,
      UUID patientId,
      UUID checkedById,
      LocalDate checkedOn,
      LocalDate validThrough,
      Set<Ground> inPlace,
      Set<Ground> missing,
      @Nullable Instant agreedAt,
      @Nullable Instant withdrawnAt) {

    static LookView of(TraumaReadiness each) {
      return new LookView(
          each.id(),
          each.patient().value(),
          each.checkedBy().value(),
          each.checkedOn(),
          each.validThrough(),
          each.inPlace(),
          each.missing(),
          each.agreedAt().orElse(null),
          each.withdrawnAt().orElse(null));
    }
  }

  @POST
  @PermissionsAllowed("trauma-readiness:write")
  public RestResponse<LookView> look(@NotNull @Valid NewLook body) {
    var episode = desk.episode(body.patientId());
    var today = episode.day(desk.now());
    return desk.add(
        looks,
        Decision.applied(
            new TraumaReadiness(
                RegisterDesk.id(body.id()),
                episode.patient(),
                episode.labels(),
                RegisterDesk.me(),
                today,
                today.plusDays(packs.on(today).number("trauma-readiness-days")),
                body.inPlace(),
                Optional.empty(),
                Optional.empty())),
        LookView::of);
  }

  @GET
  @PermissionsAllowed("trauma-readiness:read")
  public List<LookView> list(@QueryParam("patientId") @Nullable UUID patientId) {
    return desk.list(looks, patientId, LookView::of);
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("trauma-readiness:read")
  public RestResponse<LookView> read(UUID id) {
    return desk.read(looks, id, LookView::of);
  }

  /** The patient's own agreement. */
  @POST
  @Path("{id}/agreement")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("trauma-readiness:agree")
  public RestResponse<LookView> agree(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return desk.change(looks, id, ifMatch, TraumaReadiness::agree, LookView::of);
  }

  /** The patient withdraws; the work stops until readiness is looked at again. */
  @DELETE
  @Path("{id}/agreement")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("trauma-readiness:agree")
  public RestResponse<LookView> withdraw(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return desk.change(looks, id, ifMatch, TraumaReadiness::withdraw, LookView::of);
  }
}
