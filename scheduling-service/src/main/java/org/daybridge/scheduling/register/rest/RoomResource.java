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
import java.util.Set;
import java.util.UUID;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.RegisterHandler;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.Room;
import org.daybridge.scheduling.register.Site;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Rooms of a site. */
@Path("/api/scheduling/v1/sites/{site}/rooms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class RoomResource {
  /** A room as it is entered. */
  public record RoomBody(
      @NotBlank @Size(max = 100) String name,
      @NotNull @Min(1) @Max(1000) Integer seats,
      @Nullable @Size(max = 20) Set<@NotBlank @Size(max = 40) String> features) {}

  /** A room as it is shown. */
  public record RoomView(
      UUID id, String code, String site, String name, int seats, Set<String> features) {
    static RoomView of(Registered<Room> room) {
      Room entry = room.entry();
      return new RoomView(
          room.id(),
          entry.code().substring(entry.site().length() + 1),
          entry.site(),
          entry.name(),
          entry.seats(),
          entry.features());
    }
  }

  private final RegisterHandler handler;
  private final Register register;

  RoomResource(RegisterHandler handler, Register register) {
    this.handler = handler;
    this.register = register;
  }

  @GET
  @PermissionsAllowed("site:read")
  public Page<RoomView> list(
      String site,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var asked = PageRequest.of(limit, cursor);
    if (register.find(Site.class, site).isEmpty()) {
      throw new NotVisible("Site", new UUID(0, 0));
    }
    String after = Room.codeAt(site, asked.after() == null ? "" : asked.after());
    var rooms =
        register.page(Room.class, asked.rows(), after).stream()
            .filter(room -> room.entry().site().equals(site))
            .map(RoomView::of)
            .toList();
    return Page.of(rooms, asked, RoomView::code);
  }

  @GET
  @Path("{code}")
  @PermissionsAllowed("site:read")
  public RestResponse<RoomView> read(String site, String code) {
    return Answers.of(
        register
            .find(Room.class, Room.codeAt(site, code))
            .orElseThrow(() -> new NotVisible("Room", new UUID(0, 0))),
        RoomView::of);
  }

  @PUT
  @Path("{code}")
  @PermissionsAllowed("site:write")
  public RestResponse<RoomView> enter(
      String site,
      @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,49}") String code,
      @Valid @NotNull RoomBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var room =
        new Room(
            Room.codeAt(site, code),
            site,
            body.name(),
            body.seats(),
            Objects.requireNonNullElse(body.features(), Set.of()));
    return Answers.of(handler.enter(room, Answers.sees(ifMatch)), RoomView::of);
  }
}
