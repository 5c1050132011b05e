package org.daybridge.scheduling.series.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.Id;
import org.daybridge.contract.scheduling.SeriesId;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.Site;
import org.daybridge.scheduling.series.Series;
import org.daybridge.scheduling.series.SeriesBook;
import org.daybridge.scheduling.series.SeriesHandler;
import org.daybridge.scheduling.series.SeriesHandler.Report;
import org.daybridge.scheduling.series.SeriesPattern;
import org.daybridge.scheduling.session.SessionPlan.Modality;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Sessions that repeat by a recurrence rule. */
@Path("/api/scheduling/v1/series")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class SeriesResource {
  /** A series on the wall clock of its site; {@code partial} books what finds a place. */
  public record SeriesBody(
      @NotBlank @Size(max = 50) String type,
      @NotBlank @Size(max = 50) String site,
      @Nullable @Size(max = 50) String room,
      @Nullable Modality modality,
      @NotNull @Min(1) @Max(720) Integer minutes,
      @Nullable @Min(1) @Max(1000) Integer capacity,
      @NotEmpty @Size(max = 10) List<@NotBlank @Size(max = 50) String> facilitators,
      @NotNull LocalDateTime dtstart,
      @Nullable @Size(max = 1000) String rrule,
      @Nullable @Size(max = 1000) List<@NotNull LocalDateTime> rdate,
      @Nullable @Size(max = 1000) List<@NotNull LocalDateTime> exdate,
      @Nullable Boolean partial) {}

  /** When and why a series ends. */
  public record EndBody(
      @NotNull LocalDate on, @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String reason) {}

  /** A series, what is on the calendar of it, and what is not. */
  public record SeriesView(
      UUID id,
      SeriesPattern pattern,
      LocalDate beginsOn,
      @Nullable LocalDate endedOn,
      List<UUID> sessions,
      List<SeriesBook.Gap> gaps) {}

  private final SeriesHandler handler;
  private final SeriesBook book;
  private final Register register;

  SeriesResource(SeriesHandler handler, SeriesBook book, Register register) {
    this.handler = handler;
    this.book = book;
    this.register = register;
  }

  @POST
  @PermissionsAllowed("session:plan")
  public RestResponse<SeriesView> begin(@Valid @NotNull SeriesBody body) {
    Site site =
        register
            .find(Site.class, body.site())
            .orElseThrow(() -> RuleRefused.rule("site-known", "the register has no such site"))
            .entry();
    var pattern =
        new SeriesPattern(
            body.type(),
            body.site(),
            body.room(),
            Objects.requireNonNullElse(body.modality(), Modality.IN_PERSON),
            body.minutes(),
            body.capacity(),
            body.facilitators(),
            body.dtstart(),
            site.zone(),
            body.rrule(),
            Objects.requireNonNullElse(body.rdate(), List.of()),
            Objects.requireNonNullElse(body.exdate(), List.of()));
    boolean partial = Objects.requireNonNullElse(body.partial(), false);
    Report report = handler.begin(pattern, Optional.empty(), Optional.empty(), partial);
    SeriesView view =
        view(report.series(), report.sessions().stream().map(Id::value).toList(), report.gaps());
    return ResponseBuilder.create(RestResponse.Status.CREATED, view)
        .location(URI.create("/api/scheduling/v1/series/" + view.id()))
        .build();
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("session:read")
  public SeriesView read(UUID id) {
    return shown(new SeriesId(id));
  }

  @POST
  @Path("{id}/end")
  @PermissionsAllowed("session:plan")
  public SeriesView end(UUID id, @Valid @NotNull EndBody body) {
    Series series = book.require(new SeriesId(id));
    if (series.endedOn().isPresent()) {
      throw RuleRefused.state("series-running", "the series ended before");
    }
    handler.end(series, body.on(), body.reason());
    return shown(series.id());
  }

  private SeriesView shown(SeriesId id) {
    Series series = book.require(id);
    var sessions = book.planned(id, java.time.Instant.EPOCH).stream().map(Id::value).toList();
    return view(series, sessions, book.gaps(id));
  }

  private static SeriesView view(Series series, List<UUID> sessions, List<SeriesBook.Gap> gaps) {
    return new SeriesView(
        series.id().value(),
        series.pattern(),
        series.beginsOn(),
        series.endedOn().orElse(null),
        sessions,
        gaps);
  }
}
