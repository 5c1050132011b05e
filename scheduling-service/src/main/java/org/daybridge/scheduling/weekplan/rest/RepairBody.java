package org.daybridge.scheduling.weekplan.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.daybridge.scheduling.weekplan.Disruption;
import org.jspecify.annotations.Nullable;

/**
 * What fell away: clinicians and rooms by their names in the problem, on some days or all; people
 * who leave, and those who step to another level of care. {@code weight} is what it costs for each
 * person to have a session moved, 3 if not said, against one point for a wish that is not met.
 */
public record RepairBody(
    @Nullable @Size(max = 50) List<@NotNull @Valid Loss> clinicians,
    @Nullable @Size(max = 50) List<@NotNull @Valid Loss> rooms,
    @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> patients,
    @Nullable @Size(max = 200) List<@NotNull @Valid Step> steps,
    @Nullable @Min(0) @Max(100) Integer weight) {
  private static final int USUAL_WEIGHT = 3;

  /** On which days; every day of the week if none is named. */
  public record Loss(
      @NotBlank @Size(max = 200) String id,
      @Nullable @Size(max = 7) List<@NotNull LocalDate> dates) {
    Disruption.Loss domain() {
      return new Disruption.Loss(id, Set.copyOf(Objects.requireNonNullElse(dates, List.of())));
    }
  }

  /** Somebody whose level of care changes: what the week has to hold from now on. */
  public record Step(
      @NotBlank @Size(max = 200) String id,
      @Min(0) @Max(10_080) int minWeekMinutes,
      @Min(0) @Max(10_080) int maxWeekMinutes,
      @Min(0) @Max(7) int minDays) {}

  Disruption domain() {
    return new Disruption(
        Objects.requireNonNullElse(clinicians, List.<Loss>of()).stream().map(Loss::domain).toList(),
        Objects.requireNonNullElse(rooms, List.<Loss>of()).stream().map(Loss::domain).toList(),
        Set.copyOf(Objects.requireNonNullElse(patients, List.of())),
        Objects.requireNonNullElse(steps, List.<Step>of()).stream()
            .collect(
                Collectors.toMap(
                    Step::id,
                    one ->
                        new Disruption.Step(
                            one.minWeekMinutes(), one.maxWeekMinutes(), one.minDays()),
                    (_, last) -> last)),
        Objects.requireNonNullElse(weight, USUAL_WEIGHT));
  }
}
