package org.daybridge.records.relapse.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.daybridge.records.relapse.RelapsePrevention;

/** What a front end sends as a relapse-prevention plan. */
record RelapsePreventionBody(
    @NotNull @Size(max = 30) List<@NotNull @Size(max = 1000) String> triggers,
    @NotNull @Size(max = 30) List<@NotNull @Size(max = 1000) String> highRiskSituations,
    @NotNull @Size(max = 30) List<@NotNull @Size(max = 1000) String> warningSigns,
    @NotNull @Size(max = 30) List<@NotNull @Size(max = 1000) String> coping,
    @NotNull @Size(max = 30) List<@NotNull @Size(max = 1000) String> support,
    @NotNull @Size(max = 30) List<@NotNull @Size(max = 1000) String> whatToDo) {

  RelapsePrevention toDomain() {
    return new RelapsePrevention(
        triggers, highRiskSituations, warningSigns, coping, support, whatToDo);
  }

  @Override
  public String toString() {
    return "RelapsePreventionBody[]";
  }
}
