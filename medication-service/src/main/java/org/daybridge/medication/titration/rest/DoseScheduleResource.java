package org.daybridge.medication.titration.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.KnowledgeShelf;
import org.daybridge.medication.titration.DoseSchedule;
import org.daybridge.medication.titration.DoseSchedule.Kind;
import org.daybridge.medication.titration.ScheduleRules;
import org.jspecify.annotations.Nullable;

/**
 * A calculator: proposes a schedule; each of its doses still passes the checks when it is ordered.
 */
@Path("/api/medication/v1/dose-schedules")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork(stateless = true)
@RunOnVirtualThread
public class DoseScheduleResource {
  private final KnowledgeShelf shelf;
  private final Clock clock;

  DoseScheduleResource(KnowledgeShelf shelf, Clock clock) {
    this.shelf = shelf;
    this.clock = clock;
  }

  /** Beside which partner a titration runs. */
  public enum Beside {
    NONE,
    VALPROATE,
    ENZYME_INDUCER
  }

  record ScheduleBody(
      @NotNull Kind kind,
      @Nullable @Size(max = 20) String rxcui,
      @Nullable @Size(max = 100) String name,
      @Nullable @Positive Double targetMgPerDay,
      @Nullable @Positive Double presentMgPerDay,
      @Nullable Beside beside,
      @Nullable LocalDate startsOn) {}

  @POST
  @PermissionsAllowed("safety-check:run")
  public DoseSchedule propose(@NotNull @Valid ScheduleBody body) {
    var start =
        body.startsOn() == null
            ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
            : body.startsOn();
    var knowledge = shelf.inForceOn(start);
    Ingredient drug =
        knowledge
            .byCode(body.rxcui())
            .or(() -> knowledge.byName(body.name()))
            .orElseThrow(
                () -> RuleRefused.rule("drug-is-covered", "The knowledge has no such ingredient."));
    return switch (body.kind()) {
      case TITRATION ->
          ScheduleRules.titration(
              knowledge,
              drug,
              context(body),
              given(body.targetMgPerDay(), "targetMgPerDay"),
              start);
      case TAPER ->
          ScheduleRules.taper(drug, given(body.presentMgPerDay(), "presentMgPerDay"), start);
    };
  }

  private static String context(ScheduleBody body) {
    if (body.beside() == null) {
      return "alone";
    }
    return switch (body.beside()) {
      case NONE -> "alone";
      case VALPROATE -> "valproate";
      case ENZYME_INDUCER -> "inducer";
    };
  }

  private static double given(@Nullable Double value, String field) {
    if (value == null) {
      throw BadRequest.field(field, "must be given for this kind");
    }
    return value;
  }
}
