package org.daybridge.intake.waitlist.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.intake.waitlist.Waitlist;
import org.daybridge.intake.waitlist.WaitlistEntry;
import org.daybridge.intake.waitlist.WaitlistHandler;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The line before a track. */
@Path("/api/intake/v1/waitlist")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class WaitlistResource {
  private final WaitlistHandler handler;

  WaitlistResource(WaitlistHandler handler) {
    this.handler = handler;
  }

  /**
   * Whose referral waits, and what gives a place before others: who is pregnant, who injects drugs
   * (45 CFR 96.131).
   */
  public record EntryBody(@NotNull ReferralId referralId, boolean pregnant, boolean injects) {}

  /** How long the place is held. */
  public record OfferBody(@NotNull Instant until) {}

  /** Whether the person takes the place. */
  public record AnswerBody(boolean accepted) {}

  /** Help until there is a place, and when it was given. */
  public record InterimBody(
      @NotEmpty @Size(max = 5) Set<WaitlistEntry.@NotNull Interim> given, @NotNull Instant at) {}

  /** Why the person waits no longer. */
  public record RemovalBody(WaitlistEntry.@NotNull Removal reason) {}

  @POST
  @PermissionsAllowed("waitlist:manage")
  public Response enter(@NotNull @Valid EntryBody body) {
    WaitlistEntry entry =
        handler.enter(body.referralId(), new WaitlistEntry.Need(body.pregnant(), body.injects()));
    return answer(Response.Status.CREATED, entry);
  }

  /** The line in its order: by the groups of the law, urgency, and since when. */
  @GET
  @PermissionsAllowed("waitlist:read")
  public Page<WaitlistView> line(
      @QueryParam("track") @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,60}") String track,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    Page<WaitlistEntry> line =
        Page.of(
            handler.line(track, page.rows(), page.after()),
            page,
            one -> one.rank() + " " + one.since() + " " + one.id());
    return new Page<>(line.items().stream().map(this::view).toList(), line.next());
  }

  /** How many wait for a track, and how long: the median and the longest, in days. */
  @GET
  @Path("summary")
  @PermissionsAllowed("waitlist:read")
  public Waitlist.Summary summary(
      @QueryParam("track") @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,60}") String track) {
    return handler.summary(track);
  }

  /** Offers a place; {@code If-Match} names the entry that one saw. */
  @POST
  @Path("{id}/offers")
  @PermissionsAllowed("waitlist:manage")
  public Response offer(
      UUID id, @NotNull @Valid OfferBody body, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answer(
        Response.Status.OK,
        handler.offer(id, body.until(), version -> ETags.require(ifMatch, version)));
  }

  /** The answer to an offer that holds; whoever says no goes on waiting. */
  @POST
  @Path("{id}/answer")
  @PermissionsAllowed("waitlist:manage")
  public Response answer(UUID id, @NotNull @Valid AnswerBody body) {
    return answer(Response.Status.OK, handler.answer(id, body.accepted()));
  }

  @POST
  @Path("{id}/interim-services")
  @PermissionsAllowed("waitlist:manage")
  public Response interimServices(UUID id, @NotNull @Valid InterimBody body) {
    return answer(Response.Status.OK, handler.interimServices(id, body.given(), body.at()));
  }

  @POST
  @Path("{id}/removal")
  @PermissionsAllowed("waitlist:manage")
  public void remove(UUID id, @NotNull @Valid RemovalBody body) {
    handler.remove(id, body.reason());
  }

  private Response answer(Response.Status status, WaitlistEntry entry) {
    return Response.status(status)
        .header("ETag", ETags.of(entry.version()))
        .entity(view(entry))
        .build();
  }

  private WaitlistView view(WaitlistEntry entry) {
    return WaitlistView.of(entry, handler.clocks(), handler.now());
  }
}
