package org.daybridge.scheduling.register.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.scheduling.SchedulingEvent.License;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.RegisterHandler;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.StaffMember;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Staff and their licenses. Events carry no names: {@code ?ids=} gives them for display. */
@Path("/api/scheduling/v1/staff")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class StaffResource {
  private static final int MOST_IDS = 200;

  /** A license or certificate as it is entered. */
  public record LicenseBody(
      @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9-]{0,19}") String type,
      @NotBlank @Size(max = 50) String number,
      @NotBlank @Pattern(regexp = "[A-Z]{2}") String state,
      @NotNull LocalDate expiresOn) {}

  /** A member of the staff as entered. */
  public record StaffBody(
      @NotBlank @Size(max = 100) String givenName,
      @NotBlank @Size(max = 100) String familyName,
      @NotBlank @Pattern(regexp = "[A-Z][A-Z_]{0,39}") String discipline,
      @NotNull @Size(max = 10) Set<@NotBlank @Size(max = 40) String> roles,
      @Nullable @Size(max = 20) Set<@NotBlank @Size(max = 10) String> languages,
      @Nullable @Size(max = 20) Set<@NotBlank @Size(max = 50) String> sites,
      @Nullable @Size(max = 20) List<@Valid @NotNull LicenseBody> licenses,
      @Nullable @Size(max = 50) String supervisor,
      @Nullable Boolean supervised,
      @Nullable @Pattern(regexp = "[0-9]{10}") String npi,
      @Nullable @Size(max = 30) String phone,
      @Nullable Boolean active) {}

  /** A member of the staff as shown. */
  public record StaffView(
      UUID id,
      String code,
      String displayName,
      String givenName,
      String familyName,
      String discipline,
      Set<String> roles,
      Set<String> languages,
      Set<String> sites,
      List<License> licenses,
      @Nullable String supervisor,
      boolean supervised,
      @Nullable String npi,
      @Nullable String phone,
      boolean active) {
    static StaffView of(Registered<StaffMember> member) {
      StaffMember entry = member.entry();
      return new StaffView(
          member.id(),
          entry.code(),
          entry.displayName(),
          entry.givenName(),
          entry.familyName(),
          entry.discipline(),
          entry.roles(),
          entry.languages(),
          entry.sites(),
          entry.licenses(),
          entry.supervisor(),
          entry.supervised(),
          entry.npi(),
          entry.phone(),
          entry.active());
    }
  }

  private final RegisterHandler handler;
  private final Register register;

  StaffResource(RegisterHandler handler, Register register) {
    this.handler = handler;
    this.register = register;
  }

  @GET
  @PermissionsAllowed("staff:read")
  public Page<StaffView> list(
      @QueryParam("ids") @Nullable String ids,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    if (ids != null) {
      var named = register.all(StaffMember.class, idsOf(ids));
      return new Page<>(named.stream().map(StaffView::of).toList(), null);
    }
    var asked = PageRequest.of(limit, cursor);
    var staff = register.page(StaffMember.class, asked.rows(), asked.after());
    return Page.of(staff.stream().map(StaffView::of).toList(), asked, StaffView::code);
  }

  private static List<UUID> idsOf(String ids) {
    String[] parts = ids.split(",", -1);
    if (parts.length > MOST_IDS) {
      throw BadRequest.field("ids", "at most " + MOST_IDS + " ids at once");
    }
    try {
      return Arrays.stream(parts).map(String::strip).map(UUID::fromString).toList();
    } catch (IllegalArgumentException notAnId) {
      throw BadRequest.field("ids", "must be UUIDs, separated by commas");
    }
  }

  @GET
  @Path("{code}")
  @PermissionsAllowed("staff:read")
  public RestResponse<StaffView> read(String code) {
    return Answers.of(
        register
            .find(StaffMember.class, code)
            .orElseThrow(() -> new NotVisible("Staff", new UUID(0, 0))),
        StaffView::of);
  }

  @PUT
  @Path("{code}")
  @PermissionsAllowed("staff:write")
  public RestResponse<StaffView> enter(
      @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,49}") String code,
      @Valid @NotNull StaffBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return Answers.of(handler.enter(member(code, body), Answers.sees(ifMatch)), StaffView::of);
  }

  private static StaffMember member(String code, StaffBody body) {
    var licenses =
        Objects.requireNonNullElse(body.licenses(), List.<LicenseBody>of()).stream()
            .map(one -> new License(one.type(), one.number(), one.state(), one.expiresOn()))
            .toList();
    return new StaffMember(
        code,
        body.givenName(),
        body.familyName(),
        body.discipline(),
        body.roles(),
        Objects.requireNonNullElse(body.languages(), Set.of("en")),
        Objects.requireNonNullElse(body.sites(), Set.of()),
        licenses,
        body.supervisor(),
        Objects.requireNonNullElse(body.supervised(), false),
        body.npi(),
        body.phone(),
        Objects.requireNonNullElse(body.active(), true));
  }
}
