package org.daybridge.outcomes.measure.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.MeasureId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.Instruments;
import org.daybridge.outcomes.instrument.rest.Parameters;
import org.daybridge.outcomes.measure.Measure;
import org.daybridge.outcomes.measure.Measure.Mode;
import org.daybridge.outcomes.measure.MeasureHandler;
import org.daybridge.outcomes.measure.Measures;
import org.daybridge.outcomes.measure.Submission;
import org.daybridge.outcomes.risk.CrisisCardHandler;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Answering an instrument, and reading what was answered. */
@Path("/api/outcomes/v1/measures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class MeasureResource {
  /**
   * Answers by item number; a missing item is absent. A patient's device can make the id (UUIDv7):
   * the same id and answers again are answered again. {@code patientId} can be left out by the
   * patient.
   */
  public record MeasureBody(
      @Nullable UUID id,
      @Nullable UUID patientId,
      @Nullable UUID assignmentId,
      @NotBlank @Size(max = 40) String instrument,
      @Nullable @Size(max = 40) String version,
      @NotNull @Size(max = 200) Map<String, Object> answers,
      @Nullable @Size(max = 20) Map<String, Object> context,
      @Nullable Mode mode,
      @Nullable Instant answeredAt) {}

  /** The right answers, and why the former ones were wrong. */
  public record CorrectionBody(
      @NotNull @Size(max = 200) Map<String, Object> answers,
      @NotBlank @Size(max = 500) String reason) {}

  private final MeasureHandler handler;
  private final Measures measures;
  private final Instruments instruments;
  private final CrisisCardHandler crisisCards;

  MeasureResource(
      MeasureHandler handler,
      Measures measures,
      Instruments instruments,
      CrisisCardHandler crisisCards) {
    this.handler = handler;
    this.measures = measures;
    this.instruments = instruments;
    this.crisisCards = crisisCards;
  }

  @POST
  @PermissionsAllowed("measure:submit")
  public RestResponse<MeasureView> submit(@Valid @NotNull MeasureBody body) {
    Caller caller = Callers.current();
    UUID patient =
        Parameters.patient(body.patientId() == null ? null : body.patientId().toString());
    Measure measure =
        handler.submit(
            new Submission(
                new MeasureId(body.id() == null ? Ids.next() : timeOrdered(body.id())),
                new PatientId(patient),
                Optional.ofNullable(body.assignmentId()),
                instrument(body.instrument(), body.version()),
                mode(caller, body.mode()),
                body.answers(),
                Objects.requireNonNullElse(body.context(), Map.of()),
                body.answeredAt()));
    return created(measure);
  }

  @POST
  @Path("{id}/correction")
  @PermissionsAllowed("measure:correct")
  public RestResponse<MeasureView> correct(UUID id, @Valid @NotNull CorrectionBody body) {
    return created(handler.correct(new MeasureId(id), body.answers(), body.reason()));
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("measure:read")
  public MeasureView read(UUID id) {
    return view(measures.require(new MeasureId(id)));
  }

  @GET
  @PermissionsAllowed("measure:read")
  public Page<MeasureView> list(
      @QueryParam("patientId") @Nullable String patientId,
      @QueryParam("instrument") @Nullable @Size(max = 40) String instrument,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    PageRequest asked = PageRequest.of(limit, cursor);
    List<MeasureView> found =
        measures
            .page(
                new PatientId(Parameters.patient(patientId)),
                instrument,
                asked.rows(),
                asked.afterId())
            .stream()
            .map(this::view)
            .toList();
    return Page.of(found, asked, one -> one.id().toString());
  }

  private RestResponse<MeasureView> created(Measure measure) {
    return RestResponse.ResponseBuilder.<MeasureView>created(
            URI.create("/api/outcomes/v1/measures/" + measure.id()))
        .entity(view(measure))
        .build();
  }

  private MeasureView view(Measure measure) {
    Instrument instrument = instruments.require(measure.instrument(), measure.version());
    return MeasureView.of(
        measure, instrument, crisisCards.cardFor(measure.score(), measure.patient()).orElse(null));
  }

  private Instrument instrument(String id, @Nullable String version) {
    Optional<Instrument> found =
        version == null ? instruments.current(id) : instruments.find(id, version);
    return found.orElseThrow(
        () ->
            BadRequest.field(version == null ? "instrument" : "version", "is not in the registry"));
  }

  private static Mode mode(Caller caller, @Nullable Mode named) {
    return switch (caller.kind()) {
      case PATIENT, PROXY -> {
        if (named != null && named != Mode.SELF) {
          throw BadRequest.field("mode", "is SELF for a patient");
        }
        yield Mode.SELF;
      }
      case STAFF -> named == null ? Mode.CLINICIAN : named;
      case CLIENT, SERVICE -> named == null ? Mode.IMPORT : named;
    };
  }

  private static UUID timeOrdered(UUID id) {
    if (id.version() != 7) throw BadRequest.field("id", "must be a UUIDv7");
    return id;
  }
}
