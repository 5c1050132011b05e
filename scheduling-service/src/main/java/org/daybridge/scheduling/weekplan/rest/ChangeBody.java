package org.daybridge.scheduling.weekplan.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daybridge.scheduling.weekplan.HandChange;
import org.daybridge.scheduling.weekplan.WeekSolution;
import org.jspecify.annotations.Nullable;

/**
 * A change that people make in a proposed week: sessions where they want them, two of them for a
 * swap, and those that they leave out. With {@code keep} it is made and what was named stays pinned
 * when the search is resumed; without, it is only judged.
 */
public record ChangeBody(
    @Nullable @Size(max = 200) @Valid List<@NotNull Session> sessions,
    @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> leaveOut,
    @Nullable Boolean keep) {

  /** Where a session is to be, on the clinic's clock; who was in it stays in it if not said. */
  public record Session(
      @NotBlank @Size(max = 200) String activity,
      @NotNull LocalDateTime start,
      @Nullable @Size(max = 200) String room,
      @NotNull @Size(max = 10) List<@NotBlank @Size(max = 200) String> clinicians,
      @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> patients) {}

  boolean keeps() {
    return Boolean.TRUE.equals(keep);
  }

  HandChange in(WeekSolution week) {
    Map<String, WeekSolution.Assignment> present =
        week.assignments().stream()
            .collect(Collectors.toMap(WeekSolution.Assignment::activity, Function.identity()));
    return new HandChange(
        Objects.requireNonNullElse(sessions, List.<Session>of()).stream()
            .map(one -> assignment(one, Optional.ofNullable(present.get(one.activity()))))
            .toList(),
        new HashSet<>(Objects.requireNonNullElse(leaveOut, List.<String>of())));
  }

  private static WeekSolution.Assignment assignment(
      Session session, Optional<WeekSolution.Assignment> present) {
    return new WeekSolution.Assignment(
        session.activity(),
        session.start(),
        Optional.ofNullable(session.room()),
        session.clinicians(),
        session.patients() != null
            ? session.patients()
            : present.map(WeekSolution.Assignment::patients).orElse(List.of()));
  }
}
