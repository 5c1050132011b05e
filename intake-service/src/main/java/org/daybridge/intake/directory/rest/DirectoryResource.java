package org.daybridge.intake.directory.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.intake.directory.Listing;
import org.daybridge.intake.directory.ListingHandler;
import org.daybridge.intake.directory.Listings.Found;
import org.daybridge.intake.directory.Listings.Near;
import org.daybridge.intake.directory.Listings.Wish;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.jspecify.annotations.Nullable;

/**
 * The directory for everybody, without a login: people who look for care for themselves or somebody
 * else, and those who refer. An address that asks too often is told to wait (429).
 */
@Path("/api/intake/v1/directory")
@UnitOfWork
@RunOnVirtualThread
public class DirectoryResource {
  private static final int A_MINUTE = 60;

  private final ListingHandler handler;
  private final ClientBudget budget;

  DirectoryResource(ListingHandler handler, ClientBudget budget) {
    this.handler = handler;
    this.budget = budget;
  }

  /**
   * Searches. {@code near} is a point as {@code latitude,longitude}, {@code postalCode} five digits
   * instead of it; with either the nearest come first, otherwise they come by name. A word that is
   * given several times has to be met each time.
   */
  @GET
  @PermitAll
  public Response search(
      @Context HttpServerRequest request,
      @QueryParam("near") @Nullable @Size(max = 40) String near,
      @QueryParam("postalCode") @Nullable @Pattern(regexp = ListingBody.POSTAL_CODE)
          String postalCode,
      @QueryParam("withinKm") @DefaultValue("50") @Min(1) @Max(500) int withinKm,
      @QueryParam("treats") @Size(max = 10) Set<Listing.Condition> treats,
      @QueryParam("schedule") @Size(max = 3) Set<Listing.Schedule> schedules,
      @QueryParam("age") @Size(max = 3) Set<Listing.Age> ages,
      @QueryParam("telehealthState") @Nullable @Pattern(regexp = ListingBody.STATE)
          String telehealthState,
      @QueryParam("approach") @Size(max = 10) Set<Listing.Approach> approaches,
      @QueryParam("service") @Size(max = 10) Set<Listing.Offer> services,
      @QueryParam("language") @Size(max = 5)
          Set<@Pattern(regexp = ListingBody.LANGUAGE) String> languages,
      @QueryParam("payer") @Nullable @Size(max = 100) String payer,
      @QueryParam("free") @DefaultValue("false") boolean free,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    budget.spend(request);
    PageRequest page = PageRequest.of(limit, cursor);
    Wish wish =
        new Wish(
            place(near, postalCode, withinKm),
            treats,
            schedules,
            ages,
            Optional.ofNullable(telehealthState),
            approaches,
            services,
            languages,
            Optional.ofNullable(payer),
            free,
            handler.statedSince());
    List<Found> found = handler.search(wish, page.rows(), page.after());
    Page<Found> shown = Page.of(found, page, Found::place);
    return cached(new Page<>(shown.items().stream().map(this::view).toList(), shown.next()));
  }

  /** One program. */
  @GET
  @Path("{id}")
  @PermitAll
  public Response read(@Context HttpServerRequest request, UUID id) {
    budget.spend(request);
    return cached(view(new Found(handler.published(id), null, "")));
  }

  private Optional<Near> place(@Nullable String near, @Nullable String postalCode, int withinKm) {
    if (near != null && postalCode != null) {
      throw BadRequest.field("postalCode", "either a point or a postcode");
    }
    if (postalCode != null) {
      return Optional.of(handler.around(postalCode, withinKm));
    }
    return Optional.ofNullable(near).map(text -> new Near(point(text), withinKm));
  }

  private static Listing.Point point(String text) {
    String[] parts = text.split(",", -1);
    try {
      if (parts.length == 2) {
        double latitude = Double.parseDouble(parts[0]);
        double longitude = Double.parseDouble(parts[1]);
        if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
          return new Listing.Point(latitude, longitude);
        }
      }
    } catch (NumberFormatException e) {
      throw BadRequest.field("near", "must be latitude,longitude in degrees");
    }
    throw BadRequest.field("near", "must be latitude,longitude in degrees");
  }

  private ListingView view(Found found) {
    Listing listing = found.listing();
    return new ListingView(
        listing.id(),
        found.kilometers() == null ? null : Math.round(found.kilometers() * 10) / 10.0,
        ListingBody.of(handler.shown(listing)),
        null,
        null,
        null);
  }

  /** Nothing of it is anybody's own: caches on the way may keep it for a minute. */
  private static Response cached(Object body) {
    CacheControl control = new CacheControl();
    control.setMaxAge(A_MINUTE);
    return Response.ok(body).cacheControl(control).build();
  }
}
