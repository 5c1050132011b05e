package org.daybridge.outcomes.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published questionnaire or rating in one version. The version is part of its identity: scores
 * of two versions are never put on one line, and a stored answer can always be scored again.
 *
 * @param settings numbers that a clinic may set otherwise, such as a cut-off, by name
 */
public record Instrument(
    String id,
    String version,
    String title,
    Purpose purpose,
    AskedBy askedBy,
    int lookBackDays,
    Direction betterIs,
    License license,
    Codes codes,
    List<Item> items,
    Scoring scoring,
    Map<String, BigDecimal> settings,
    @Nullable ChangeRule change) {

  /**
   * Only an outcome is repeated and plotted; screenings and histories are asked once in a while.
   */
  public enum Purpose {
    OUTCOME,
    SCREENING,
    HISTORY
  }

  public enum AskedBy {
    PATIENT,
    CLINICIAN
  }

  public enum Direction {
    LOWER,
    HIGHER
  }

  /** Wording is shipped only where the license lets anybody reproduce it. */
  public record License(String holder, String terms, Wording wording) {
    public enum Wording {
      FREE,
      NOT_SHIPPED,
      SCORE_ONLY
    }
  }

  /** LOINC codes, only where a published guide gives them. */
  public record Codes(@Nullable String panel, @Nullable String total, Map<String, String> scales) {
    public Codes {
      scales = Map.copyOf(scales);
    }
  }

  public Instrument {
    items = List.copyOf(items);
    settings = Map.copyOf(settings);
  }

  public Optional<Item> item(String number) {
    return items.stream().filter(item -> item.answersTo(number)).findFirst();
  }

  public boolean clinicianAsked() {
    return askedBy == AskedBy.CLINICIAN;
  }

  /** The rule for a change of this scale, or null where none is published for it. */
  public @Nullable ChangeRule changeRule(@Nullable String scale) {
    return change != null && Objects.equals(change.scale(), scale) ? change : null;
  }

  /** The scale that stands for the instrument in a chart: its total, else the one it names. */
  public @Nullable String leadingScale() {
    return scoring.total() == null && change != null ? change.scale() : null;
  }

  /** Items whose missing answer leaves a risk unknown. */
  public boolean screensRisk() {
    return !scoring.alerts().isEmpty();
  }
}
