package org.daybridge.intake.directory.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.daybridge.intake.directory.Listing;
import org.daybridge.intake.directory.ListingHandler;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** What the program tells the directory, by a code of its own. */
@Path("/api/intake/v1/program-listings")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class ProgramListingResource {
  private final ListingHandler handler;

  ProgramListingResource(ListingHandler handler) {
    this.handler = handler;
  }

  /** A listing, and whether the public may see it. */
  public record Entry(@NotNull @Valid ListingBody listing, boolean published) {}

  /** Enters a listing; one that is there asks for {@code If-Match}. */
  @PUT
  @Path("{code}")
  @PermissionsAllowed("directory:manage")
  public Response enter(
      @Pattern(regexp = "[A-Za-z0-9-]{1,60}") String code,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Entry body) {
    return answer(
        handler.enter(
            code,
            body.listing().domain(),
            body.published(),
            version -> ETags.require(ifMatch, version)));
  }

  @GET
  @Path("{code}")
  @PermissionsAllowed("directory:manage")
  public Response read(@Pattern(regexp = "[A-Za-z0-9-]{1,60}") String code) {
    return answer(handler.require(code));
  }

  /** All of them by code, those too that are not published. */
  @GET
  @PermissionsAllowed("directory:manage")
  public Page<ListingView> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    return Page.of(
        handler.page(page.rows(), page.after()).stream().map(ProgramListingResource::view).toList(),
        page,
        one -> String.valueOf(one.code()));
  }

  private static Response answer(Listing listing) {
    return Response.ok(view(listing)).header("ETag", ETags.of(listing.version())).build();
  }

  private static ListingView view(Listing listing) {
    return new ListingView(
        listing.id(),
        null,
        ListingBody.of(listing.content()),
        listing.code(),
        listing.published(),
        listing.version());
  }
}
