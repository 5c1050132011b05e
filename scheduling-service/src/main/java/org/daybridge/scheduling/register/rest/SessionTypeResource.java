package org.daybridge.scheduling.register.rest;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.scheduling.register.Credentials;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.RegisterHandler;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.SessionType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The catalog of session types and what each counts for. */
@Path("/api/scheduling/v1/session-types")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class SessionTypeResource {
  /** A type as it is entered. */
  public record TypeBody(
      @NotBlank @Size(max = 100) String name,
      @NotBlank @Pattern(regexp = "[A-Z][A-Z_]{0,39}") String modality,
      @NotNull Boolean clinical,
      @NotNull Boolean billable,
      @NotNull Boolean needsNote,
      SessionType.@NotNull Seats seats,
      Credentials.@NotNull Need need,
      @Nullable @Min(0) @Max(480) Integer creditMinutes) {}

  /** A type as it is shown. */
  public record TypeView(UUID id, String code, TypeBody type) {
    static TypeView of(Registered<SessionType> entry) {
      SessionType type = entry.entry();
      return new TypeView(
          entry.id(),
          type.code(),
          new TypeBody(
              type.name(),
              type.modality(),
              type.clinical(),
              type.billable(),
              type.needsNote(),
              type.seats(),
              type.need(),
              type.creditMinutes()));
    }
  }

  private final RegisterHandler handler;
  private final Register register;

  SessionTypeResource(RegisterHandler handler, Register register) {
    this.handler = handler;
    this.register = register;
  }

  @GET
  @PermissionsAllowed("session-type:read")
  public Page<TypeView> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    var asked = PageRequest.of(limit, cursor);
    var types = register.page(SessionType.class, asked.rows(), asked.after());
    return Page.of(types.stream().map(TypeView::of).toList(), asked, TypeView::code);
  }

  @GET
  @Path("{code}")
  @PermissionsAllowed("session-type:read")
  public RestResponse<TypeView> read(String code) {
    return Answers.of(
        register
            .find(SessionType.class, code)
            .orElseThrow(() -> new NotVisible("SessionType", new UUID(0, 0))),
        TypeView::of);
  }

  @PUT
  @Path("{code}")
  @PermissionsAllowed("session-type:write")
  public RestResponse<TypeView> enter(
      @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,49}") String code,
      @Valid @NotNull TypeBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var type =
        new SessionType(
            code,
            body.name(),
            body.modality(),
            body.clinical(),
            body.billable(),
            body.needsNote(),
            body.seats(),
            body.need(),
            Objects.requireNonNullElse(body.creditMinutes(), 0));
    return Answers.of(handler.enter(type, Answers.sees(ifMatch)), TypeView::of);
  }
}
