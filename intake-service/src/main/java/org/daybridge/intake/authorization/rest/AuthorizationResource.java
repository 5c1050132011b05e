package org.daybridge.intake.authorization.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.intake.authorization.Authorization;
import org.daybridge.intake.authorization.AuthorizationHandler;
import org.daybridge.intake.authorization.UnitLedger;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What payers authorize for an episode, and what is used of it. */
@Path("/api/intake/v1")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class AuthorizationResource {
  private final AuthorizationHandler handler;

  AuthorizationResource(AuthorizationHandler handler) {
    this.handler = handler;
  }

  /**
   * What the payer said: units are days of the billing code, which has to be the code that is
   * billed later (HCPCS such as H0015 or S9480, or a revenue code such as 0905).
   */
  public record Body(
      @NotBlank @Size(max = 200) String payer,
      @NotBlank @Size(max = 60) String number,
      @NotNull @Pattern(regexp = "[A-Z0-9]{4,5}") String billingCode,
      @NotNull LocalDate from,
      @NotNull LocalDate to,
      @Min(1) @Max(400) int units,
      @Nullable LocalDate nextReviewOn) {}

  /** One authorization with what is used of it. */
  public record View(
      UUID id,
      UUID patientId,
      UUID episodeId,
      String payer,
      String number,
      String billingCode,
      LocalDate from,
      LocalDate to,
      int units,
      int used,
      int left,
      @Nullable LocalDate nextReviewOn) {
    static View of(Authorization one) {
      Authorization.Terms terms = one.terms();
      return new View(
          one.id().value(),
          one.patient().value(),
          one.episode().value(),
          terms.payer(),
          terms.number(),
          terms.billingCode(),
          terms.from(),
          terms.to(),
          terms.units(),
          one.used(),
          one.left(),
          terms.nextReviewOn());
    }
  }

  /** The ledger of an episode; days without authorization are the oldest first. */
  public record Ledger(
      List<View> authorizations, int attendedDays, List<LocalDate> daysWithoutAuthorization) {
    static Ledger of(UnitLedger ledger) {
      return new Ledger(
          ledger.authorizations().stream().map(View::of).toList(),
          ledger.attendedDays(),
          ledger.uncovered());
    }
  }

  /** Enters an authorization; one of days that are over covers those that have none. */
  @POST
  @Path("episodes/{id}/authorizations")
  @PermissionsAllowed("authorization:write")
  @ResponseStatus(201)
  public Ledger enter(UUID id, @NotNull @Valid Body body) {
    return Ledger.of(
        handler.enter(
            new EpisodeId(id),
            new Authorization.Terms(
                body.payer(),
                body.number(),
                body.billingCode(),
                body.from(),
                body.to(),
                body.units(),
                body.nextReviewOn())));
  }

  @GET
  @Path("episodes/{id}/authorizations")
  @PermissionsAllowed("authorization:read")
  public Ledger ledger(UUID id) {
    return Ledger.of(handler.ledger(new EpisodeId(id)));
  }

  /**
   * Authorizations that run out of days or time, among those one can see, of one program or of all;
   * the first to end first.
   */
  @GET
  @Path("authorizations/ending")
  @PermissionsAllowed("authorization:read")
  public Page<View> ending(
      @QueryParam("programId") @Nullable UUID programId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    return Page.of(
        handler
            .ending(programId == null ? null : new ProgramId(programId), page.rows(), page.after())
            .stream()
            .map(View::of)
            .toList(),
        page,
        one -> one.to() + " " + one.id());
  }
}
