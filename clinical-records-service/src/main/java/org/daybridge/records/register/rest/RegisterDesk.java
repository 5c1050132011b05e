package org.daybridge.records.register.rest;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.records.episode.Episode;
import org.daybridge.records.episode.Episodes;
import org.daybridge.records.register.Filed;
import org.daybridge.records.register.Register;
import org.daybridge.records.signing.Versioned;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What registers have in common over HTTP: load, decide, save, show with its version. */
@Singleton
public class RegisterDesk {

  private final Episodes episodes;
  private final Clock clock;

  RegisterDesk(Episodes episodes, Clock clock) {
    this.episodes = episodes;
    this.clock = clock;
  }

  /** The caller asks at this time for something to be decided. */
  public interface Step<T> {
    Decision<T, Void> to(T each, Instant now);
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  public Episode episode(@Nullable UUID patient) {
    var needed = patient(patient);
    return episodes.latest(needed).orElseThrow(() -> new NotVisible("patient", needed.value()));
  }

  public static PatientId patient(@Nullable UUID patientId) {
    if (patientId == null) throw BadRequest.field("patientId", "is needed");
    return new PatientId(patientId);
  }

  public static UUID id(@Nullable UUID given) {
    return given == null ? Ids.next() : given;
  }

  public static StaffId me() {
    return new StaffId(Callers.current().principalId());
  }

  public <T extends Filed, V> RestResponse<V> add(
      Register<T> register, Decision<T, Void> decision, Function<T, V> view) {
    var kept = register.add(decision.orRefuse().next());
    return ResponseBuilder.create(RestResponse.Status.CREATED, view.apply(kept.value()))
        .header("ETag", ETags.of(kept.version()))
        .build();
  }

  public <T extends Filed, V> RestResponse<V> change(
      Register<T> register, UUID id, @Nullable String ifMatch, Step<T> step, Function<T, V> view) {
    var kept = register.require(id);
    ETags.require(ifMatch, kept.version());
    var next = step.to(kept.value(), now()).orRefuse().next();
    return shown(register.save(next, kept.version()), view);
  }

  public <T extends Filed, V> RestResponse<V> read(
      Register<T> register, UUID id, Function<T, V> view) {
    return shown(register.require(id), view);
  }

  public <T extends Filed, V> List<V> list(
      Register<T> register, @Nullable UUID patientId, Function<T, V> view) {
    return register.ofPatient(patient(patientId)).stream()
        .map(each -> view.apply(each.value()))
        .toList();
  }

  private static <T, V> RestResponse<V> shown(Versioned<T> kept, Function<T, V> view) {
    return ResponseBuilder.ok(view.apply(kept.value()))
        .header("ETag", ETags.of(kept.version()))
        .build();
  }
}
