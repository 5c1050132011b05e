package org.daybridge.outcomes.instrument.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.outcomes.instrument.AnswerSheet;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.Instruments;
import org.daybridge.outcomes.instrument.Scorer;
import org.daybridge.outcomes.measure.SubmissionRules;
import org.jspecify.annotations.Nullable;

/** The registry, and scoring without keeping anything. */
@Path("/api/outcomes/v1/instruments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork(stateless = true)
@RunOnVirtualThread
public class InstrumentResource {
  /** Raw printed answers by item number; a missing item is absent. */
  public record SheetBody(
      @NotNull @Size(max = 200) Map<String, Object> answers,
      @Nullable @Size(max = 20) Map<String, Object> context,
      @Nullable @Size(max = 40) String version) {}

  private final Instruments instruments;

  InstrumentResource(Instruments instruments) {
    this.instruments = instruments;
  }

  @GET
  @PermissionsAllowed("instrument:read")
  public Page<InstrumentView.Brief> list() {
    return new Page<>(instruments.all().stream().map(InstrumentView.Brief::of).toList(), null);
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("instrument:read")
  public InstrumentView read(String id, @QueryParam("version") @Nullable String version) {
    return InstrumentView.of(instrument(id, version));
  }

  @POST
  @Path("{id}/score")
  @PermissionsAllowed("instrument:score")
  public ScoreView score(String id, @Valid @NotNull SheetBody body) {
    Instrument instrument = instrument(id, body.version());
    SubmissionRules.licensedItems(instrument, body.answers())
        .ifPresent(
            refused -> {
              throw RuleRefused.rule(refused.rule(), refused.because());
            });
    Map<String, Object> context = Objects.requireNonNullElse(body.context(), Map.of());
    return ScoreView.of(
        Scorer.score(instrument, AnswerSheet.of(instrument, body.answers(), context)));
  }

  private Instrument instrument(String id, @Nullable String version) {
    List<Instrument> of = instruments.all().stream().filter(one -> one.id().equals(id)).toList();
    return of.stream()
        .filter(one -> version == null || one.version().equals(version))
        .findFirst()
        .orElseThrow(() -> new NotVisible("Instrument", new UUID(0, 0)));
  }
}
