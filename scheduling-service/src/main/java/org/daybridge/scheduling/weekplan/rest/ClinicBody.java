package org.daybridge.scheduling.weekplan.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.kit.problem.Problem;
import org.daybridge.scheduling.weekplan.ClinicPlanHandler;
import org.daybridge.scheduling.weekplan.ClinicSnapshot.Appointment;
import org.daybridge.scheduling.weekplan.Disruption;
import org.jspecify.annotations.Nullable;

/**
 * A week of a program, or of tracks by their codes, from the clinic's own calendar: its Monday, and
 * what each of its people shall have beside the groups unless it is planned, such as an hour of
 * individual therapy.
 */
public record ClinicBody(
    @Nullable UUID programId,
    @Nullable Set<String> tracks,
    @Nullable LocalDate weekStart,
    @Nullable List<Wish> appointments,
    @Nullable List<Absence> absences) {
  private static final int MOST = 5;
  private static final int LONGEST = 240;

  /** A clinician who is away on these days; all week if none is named. */
  public record Absence(@Nullable String clinician, @Nullable Set<LocalDate> dates) {}

  /** One appointment for each person. */
  public record Wish(@Nullable String type, @Nullable Integer minutes) {}

  static boolean isOne(JsonNode body) {
    return (body.has("programId") || body.has("tracks")) && !body.has("format");
  }

  /** Reads the body; whatever is wrong with it is told by field. */
  static ClinicPlanHandler.Wanted wanted(JsonNode body, ObjectMapper json) {
    ClinicBody read;
    try {
      read = json.treeToValue(body, ClinicBody.class);
    } catch (JsonMappingException e) {
      String field =
          e.getPath().stream()
              .map(one -> one.getFieldName() == null ? "" + one.getIndex() : one.getFieldName())
              .collect(Collectors.joining("."));
      throw BadRequest.field(field, "is not known here or not of its kind");
    } catch (JsonProcessingException e) {
      throw BadRequest.field("", "is not an object");
    }
    return read.checked();
  }

  private ClinicPlanHandler.Wanted checked() {
    List<Problem.Violation> wrong = new ArrayList<>();
    List<Wish> wishes = Objects.requireNonNullElse(appointments, List.of());
    Set<String> codes = Objects.requireNonNullElse(tracks, Set.of());
    if (programId == null && (codes.isEmpty() || codes.contains(null) || codes.size() > 50)) {
      wrong.add(new Problem.Violation("programId", "a program, or tracks by their codes"));
    }
    if (weekStart == null) {
      wrong.add(new Problem.Violation("weekStart", "must not be null"));
    }
    if (wishes.size() > MOST) {
      wrong.add(new Problem.Violation("appointments", "at most " + MOST));
    }
    List<Appointment> all = new ArrayList<>();
    Set<String> types = new HashSet<>();
    for (int i = 0; i < wishes.size(); i++) {
      Wish one = wishes.get(i);
      if (one == null || one.type() == null || one.type().isBlank() || !types.add(one.type())) {
        wrong.add(
            new Problem.Violation("appointments." + i + ".type", "a type of session, each once"));
      } else if (one.minutes() == null || one.minutes() < 1 || one.minutes() > LONGEST) {
        wrong.add(new Problem.Violation("appointments." + i + ".minutes", "from 1 to " + LONGEST));
      } else {
        all.add(new Appointment(one.type(), one.minutes()));
      }
    }
    List<Absence> away = Objects.requireNonNullElse(absences, List.of());
    if (away.size() > 50
        || away.stream().anyMatch(one -> one == null || one.clinician() == null)
        || away.stream().anyMatch(one -> one.dates() != null && one.dates().contains(null))) {
      wrong.add(new Problem.Violation("absences", "at most 50, each with its clinician"));
    }
    if (!wrong.isEmpty() || weekStart == null) {
      throw new BadRequest("bad-fields", "Each by its name.", wrong);
    }
    return new ClinicPlanHandler.Wanted(
        Optional.ofNullable(programId).map(ProgramId::new),
        new TreeSet<>(codes),
        weekStart,
        all,
        away.stream()
            .map(
                one ->
                    new Disruption.Loss(
                        Objects.requireNonNullElse(one.clinician(), ""),
                        Objects.requireNonNullElse(one.dates(), Set.of())))
            .toList());
  }
}
