package org.daybridge.records.plan.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.records.plan.Goal;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.plan.Intervention;
import org.daybridge.records.plan.Modality;
import org.daybridge.records.plan.ModalityMix;
import org.daybridge.records.plan.Objective;
import org.daybridge.records.plan.PlanContent;
import org.daybridge.records.plan.Problem;
import org.jspecify.annotations.Nullable;

/** What a front end sends as the text of a treatment plan; it may have gaps until it is signed. */
record PlanBody(
    @NotNull LocalDate startsOn,
    @NotNull @Size(max = 20) List<@NotNull @Valid ProblemBody> problems,
    @Nullable @Size(max = 20) List<@NotNull @Size(max = 1000) String> strengths,
    @Nullable @Size(max = 20) List<@NotNull @Size(max = 1000) String> preferences,
    @Nullable @Size(max = 20) List<@NotNull @Size(max = 1000) String> barriers,
    @Nullable @Size(max = 20) List<@NotNull @Valid MixBody> modalityMix) {

  record ProblemBody(
      @NotNull @Size(max = 2000) String statement,
      @Nullable @Pattern(regexp = "[A-TV-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?") String icd10,
      @NotNull @Size(max = 20) List<@NotNull @Valid GoalBody> goals) {
    Problem toDomain() {
      return new Problem(
          statement, Optional.ofNullable(icd10), goals.stream().map(GoalBody::toDomain).toList());
    }

    @Override
    public String toString() {
      return "ProblemBody[]";
    }
  }

  record GoalBody(
      @Nullable UUID id,
      @NotNull @Size(max = 2000) String patientWords,
      @NotNull @Size(max = 200) String measure,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal target,
      @NotNull LocalDate dueOn,
      @NotNull @Size(max = 20) List<@NotNull @Valid ObjectiveBody> objectives) {
    Goal toDomain() {
      return new Goal(
          new GoalId(id == null ? Ids.next() : id),
          patientWords,
          measure,
          Optional.ofNullable(baseline),
          Optional.ofNullable(target),
          dueOn,
          objectives.stream().map(ObjectiveBody::toDomain).toList());
    }

    @Override
    public String toString() {
      return "GoalBody[" + id + "]";
    }
  }

  record ObjectiveBody(
      @NotNull @Size(max = 2000) String text,
      @NotNull LocalDate dueOn,
      @NotNull @Size(max = 20) List<@NotNull @Valid InterventionBody> interventions) {
    Objective toDomain() {
      return new Objective(
          text, dueOn, interventions.stream().map(InterventionBody::toDomain).toList());
    }

    @Override
    public String toString() {
      return "ObjectiveBody[]";
    }
  }

  record InterventionBody(
      @NotNull Modality modality,
      @NotNull @Size(max = 1000) String description,
      @NotNull @Min(0) @Max(21) Integer timesPerWeek,
      @NotNull @Min(0) @Max(480) Integer minutes,
      @NotNull @Min(0) @Max(104) Integer weeks,
      @NotNull UUID responsibleId,
      @Nullable @Size(max = 100) String evidenceBase) {
    Intervention toDomain() {
      return new Intervention(
          modality,
          description,
          timesPerWeek,
          minutes,
          weeks,
          new StaffId(responsibleId),
          evidenceBase == null ? "" : evidenceBase);
    }
  }

  record MixBody(
      @NotNull Modality modality,
      @NotNull @Min(0) @Max(10_080) Integer leastMinutes,
      @NotNull @Min(0) @Max(10_080) Integer mostMinutes,
      @NotNull ModalityMix.Preference preference) {
    ModalityMix toDomain() {
      return new ModalityMix(modality, leastMinutes, mostMinutes, preference);
    }
  }

  PlanContent toDomain() {
    return new PlanContent(
        startsOn,
        problems.stream().map(ProblemBody::toDomain).toList(),
        strengths == null ? List.of() : strengths,
        preferences == null ? List.of() : preferences,
        barriers == null ? List.of() : barriers,
        modalityMix == null ? List.of() : modalityMix.stream().map(MixBody::toDomain).toList());
  }

  @Override
  public String toString() {
    return "PlanBody[startsOn=" + startsOn + "]";
  }
}
