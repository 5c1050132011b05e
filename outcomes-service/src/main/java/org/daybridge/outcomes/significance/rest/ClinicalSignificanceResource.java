package org.daybridge.outcomes.significance.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.outcomes.instrument.Instrument.Direction;
import org.daybridge.outcomes.significance.ClinicalSignificance;
import org.daybridge.outcomes.significance.CutOff;
import org.daybridge.outcomes.significance.Method;
import org.daybridge.outcomes.significance.Norm;
import org.daybridge.outcomes.significance.Pair;
import org.jspecify.annotations.Nullable;

/** Reliable and clinically significant change of people at two points; keeps nothing. */
@Path("/api/outcomes/v1/analyses/clinical-significance")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork(stateless = true)
@RunOnVirtualThread
public class ClinicalSignificanceResource {
  private static final int MOST = 10_000;

  public record PairBody(
      @NotNull @Size(min = 1, max = 100) String id, @Nullable Double pre, @Nullable Double post) {}

  public record NormBody(@NotNull Double mean, @NotNull Double sd) {}

  public record NormsBody(
      @Nullable @Valid NormBody clinical, @Nullable @Valid NormBody functional) {}

  /** {@code cutoff} is "a", "b", "c" or a number of the scale. */
  public record AnalysisBody(
      @NotNull Method method,
      @NotEmpty @Size(max = MOST) List<@Valid @NotNull PairBody> pairs,
      @NotNull @DecimalMin("0") @DecimalMax(value = "1", inclusive = false) Double reliability,
      @Nullable @DecimalMin("0") @DecimalMax(value = "1", inclusive = false) Double reliabilityPost,
      @Nullable @Valid NormsBody norms,
      @NotNull String betterIs,
      @Nullable Object cutoff) {}

  @POST
  @PermissionsAllowed("analysis:compute")
  public AnalysisView analyze(@Valid @NotNull AnalysisBody body) {
    Set<String> ids = new HashSet<>();
    for (PairBody pair : body.pairs()) {
      if (!ids.add(pair.id())) throw BadRequest.field("pairs", "an id is there twice");
    }
    NormsBody norms = body.norms() == null ? new NormsBody(null, null) : body.norms();
    ClinicalSignificance asked =
        new ClinicalSignificance(
            body.method(),
            body.pairs().stream()
                .map(pair -> new Pair(pair.id(), finite(pair.pre()), finite(pair.post())))
                .toList(),
            body.reliability(),
            body.reliabilityPost(),
            norm("norms.clinical", norms.clinical()),
            norm("norms.functional", norms.functional()),
            direction(body.betterIs()),
            cutOff(body.cutoff()));
    String lacks = asked.lacks();
    if (lacks != null) throw RuleRefused.rule("analysis-has-its-parameters", lacks);
    return AnalysisView.of(asked.analyze());
  }

  private static @Nullable Double finite(@Nullable Double value) {
    if (value != null && !Double.isFinite(value)) {
      throw BadRequest.field("pairs", "values must be finite numbers");
    }
    return value;
  }

  private static @Nullable Norm norm(String field, @Nullable NormBody body) {
    if (body == null) return null;
    if (!(body.sd() > 0) || !Double.isFinite(body.sd()) || !Double.isFinite(body.mean())) {
      throw BadRequest.field(field + ".sd", "must be above 0");
    }
    return new Norm(body.mean(), body.sd());
  }

  private static Direction direction(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "lower" -> Direction.LOWER;
      case "higher" -> Direction.HIGHER;
      default -> throw BadRequest.field("betterIs", "must be lower or higher");
    };
  }

  private static @Nullable CutOff cutOff(@Nullable Object given) {
    return switch (given) {
      case null -> null;
      case Number number when Double.isFinite(number.doubleValue()) ->
          new CutOff.At(number.doubleValue());
      case String letter when letter.matches("[abcABC]") ->
          new CutOff.Named(CutOff.Kind.valueOf(letter.toUpperCase(Locale.ROOT)));
      default -> throw BadRequest.field("cutoff", "must be a, b, c or a number");
    };
  }
}
