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
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.RegisterHandler;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.Site;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Places of the program. */
@Path("/api/scheduling/v1/sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class SiteResource {
  private static final LocalTime USUAL_EVENING = LocalTime.of(17, 0);

  /** When a site is open on a day of the week. */
  public record OpeningBody(
      @NotNull DayOfWeek day, @NotNull LocalTime from, @NotNull LocalTime to) {}

  /** A date on which a site is closed. */
  public record HolidayBody(@NotNull LocalDate date, @NotBlank @Size(max = 100) String name) {}

  /** Where a site is. */
  public record AddressBody(
      @NotBlank @Size(max = 200) String line,
      @NotBlank @Size(max = 100) String city,
      @NotBlank @Pattern(regexp = "[A-Z]{2}") String state,
      @NotBlank @Pattern(regexp = "[0-9]{5}(-[0-9]{4})?") String postalCode) {}

  /** A site as it is entered. */
  public record SiteBody(
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 64) String zone,
      @Nullable @Size(max = 50) List<@Valid @NotNull OpeningBody> openings,
      @Nullable @Size(max = 200) List<@Valid @NotNull HolidayBody> holidays,
      @Nullable LocalTime eveningFrom,
      @Nullable @Valid AddressBody address,
      @Nullable @Size(max = 30) String phone,
      @Nullable Boolean active) {}

  /** A site as it is shown. */
  public record SiteView(
      UUID id,
      String code,
      String name,
      String zone,
      List<Site.Opening> openings,
      List<Site.Holiday> holidays,
      LocalTime eveningFrom,
      Site.@Nullable Address address,
      @Nullable String phone,
      boolean active) {
    static SiteView of(Registered<Site> site) {
      Site entry = site.entry();
      return new SiteView(
          site.id(),
          entry.code(),
          entry.name(),
          entry.zone(),
          entry.openings(),
          entry.holidays(),
          entry.eveningFrom(),
          entry.address(),
          entry.phone(),
          entry.active());
    }
  }

  private final RegisterHandler handler;
  private final Register register;

  SiteResource(RegisterHandler handler, Register register) {
    this.handler = handler;
    this.register = register;
  }

  @GET
  @PermissionsAllowed("site:read")
  public Page<SiteView> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    var asked = PageRequest.of(limit, cursor);
    var sites = register.page(Site.class, asked.rows(), asked.after());
    return Page.of(sites.stream().map(SiteView::of).toList(), asked, SiteView::code);
  }

  @GET
  @Path("{code}")
  @PermissionsAllowed("site:read")
  public RestResponse<SiteView> read(String code) {
    return Answers.of(
        register.find(Site.class, code).orElseThrow(() -> new NotVisible("Site", new UUID(0, 0))),
        SiteView::of);
  }

  @PUT
  @Path("{code}")
  @PermissionsAllowed("site:write")
  public RestResponse<SiteView> enter(
      @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,49}") String code,
      @Valid @NotNull SiteBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return Answers.of(handler.enter(site(code, body), Answers.sees(ifMatch)), SiteView::of);
  }

  private static Site site(String code, SiteBody body) {
    if (!ZoneId.getAvailableZoneIds().contains(body.zone())) {
      throw BadRequest.field("zone", "must be an IANA zone such as America/New_York");
    }
    var openings =
        Objects.requireNonNullElse(body.openings(), List.<OpeningBody>of()).stream()
            .map(opening -> new Site.Opening(opening.day(), opening.from(), opening.to()))
            .toList();
    if (openings.stream().anyMatch(opening -> !opening.from().isBefore(opening.to()))) {
      throw BadRequest.field("openings", "each must end after it begins");
    }
    var holidays =
        Objects.requireNonNullElse(body.holidays(), List.<HolidayBody>of()).stream()
            .map(holiday -> new Site.Holiday(holiday.date(), holiday.name()))
            .toList();
    return new Site(
        code,
        body.name(),
        body.zone(),
        openings,
        holidays,
        Objects.requireNonNullElse(body.eveningFrom(), USUAL_EVENING),
        address(body.address()),
        body.phone(),
        Objects.requireNonNullElse(body.active(), true));
  }

  private static Site.@Nullable Address address(@Nullable AddressBody body) {
    return body == null
        ? null
        : new Site.Address(body.line(), body.city(), body.state(), body.postalCode());
  }
}
