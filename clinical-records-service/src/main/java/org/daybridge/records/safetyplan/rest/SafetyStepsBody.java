package org.daybridge.records.safetyplan.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.daybridge.records.safetyplan.SafetySteps;
import org.daybridge.records.safetyplan.SafetySteps.Ally;

/** What a front end sends as a safety plan. */
record SafetyStepsBody(
    @NotNull @Size(max = 30) List<@NotNull @Size(max = 1000) String> warningSigns,
    @NotNull @Size(max = 30) List<@NotNull @Size(max = 1000) String> ownCoping,
    @NotNull @Size(max = 30) List<@NotNull @Size(max = 1000) String> peopleAndPlaces,
    @NotNull @Size(max = 30) List<@NotNull @Valid AllyBody> peopleToAsk,
    @NotNull @Size(max = 30) List<@NotNull @Valid AllyBody> professionals,
    @NotNull @Size(max = 30) List<@NotNull @Size(max = 1000) String> saferEnvironment) {

  record AllyBody(@NotNull @Size(max = 200) String name, @NotNull @Size(max = 40) String phone) {
    Ally toDomain() {
      return new Ally(name, phone);
    }

    @Override
    public String toString() {
      return "AllyBody[]";
    }
  }

  SafetySteps toDomain() {
    return new SafetySteps(
        warningSigns,
        ownCoping,
        peopleAndPlaces,
        peopleToAsk.stream().map(AllyBody::toDomain).toList(),
        professionals.stream().map(AllyBody::toDomain).toList(),
        saferEnvironment);
  }

  @Override
  public String toString() {
    return "SafetyStepsBody[]";
  }
}
