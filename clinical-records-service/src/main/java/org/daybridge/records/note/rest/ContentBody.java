package org.daybridge.records.note.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.records.note.NoteContent;
import org.daybridge.records.plan.GoalId;
import org.jspecify.annotations.Nullable;

/** What a front end sends as the text of a note. */
record ContentBody(
    @NotNull @Size(max = 12) List<@NotNull @Valid SectionBody> sections,
    @NotNull @Min(0) @Max(1440) Integer minutes,
    @Nullable @Size(max = 30) List<@NotNull UUID> goalIds,
    @Nullable @Size(max = 30) List<@NotBlank @Size(max = 60) String> interventions,
    @Nullable @Size(max = 30)
        Map<@NotBlank @Size(max = 60) String, @NotNull @Size(max = 60) String> coded) {

  record SectionBody(
      @NotBlank @Size(max = 40) String code, @NotNull @Size(max = 20_000) String text) {
    @Override
    public String toString() {
      return code;
    }
  }

  NoteContent toDomain() {
    return new NoteContent(
        sections.stream().map(each -> new NoteContent.Section(each.code(), each.text())).toList(),
        minutes,
        goalIds == null ? List.of() : goalIds.stream().map(GoalId::new).toList(),
        interventions == null ? List.of() : interventions,
        coded == null ? Map.of() : coded);
  }

  @Override
  public String toString() {
    return "ContentBody[" + sections + "]";
  }
}
