package org.daybridge.outcomes.checkin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybridge.outcomes.instrument.AnswersNotOnForm;
import org.daybridge.outcomes.instrument.AnswersNotOnForm.Violation;
import org.daybridge.outcomes.instrument.Score;
import org.jspecify.annotations.Nullable;

/**
 * The check-in as one patient gets it. Any question can be left out; a risk question is then
 * unknown.
 */
public record CheckInForm(String version, List<Question> questions) {
  static final String NAME = "CHECK-IN";

  public CheckInForm {
    questions = List.copyOf(questions);
    if (questions.stream().noneMatch(Question::asksForRisk)) {
      throw new IllegalArgumentException("Every check-in asks whether the patient is safe");
    }
  }

  /** Answers by question, in the order of the form; what is not on the form is bad input. */
  public Map<String, BigDecimal> read(Map<String, ?> given) {
    List<Violation> violations = new ArrayList<>();
    for (String id : given.keySet()) {
      if (question(id).isEmpty()) {
        violations.add(new Violation("answers." + id, "is not a question of this check-in"));
      }
    }
    Map<String, BigDecimal> answers = new LinkedHashMap<>();
    for (Question question : questions) {
      if (!given.containsKey(question.id())) continue;
      BigDecimal answer = number(given.get(question.id()));
      if (answer == null || !question.takes(answer)) {
        violations.add(new Violation("answers." + question.id(), question.taken()));
      } else {
        answers.put(question.id(), answer);
      }
    }
    if (!violations.isEmpty()) throw new AnswersNotOnForm(NAME, violations);
    return answers;
  }

  public List<Score.Alert> alerts(Map<String, BigDecimal> answers) {
    List<Score.Alert> alerts = new ArrayList<>();
    for (Question question : questions) {
      BigDecimal answer = answers.get(question.id());
      if (answer != null) question.alert(answer).ifPresent(alerts::add);
    }
    return alerts;
  }

  /** A risk question without an answer is unknown, never "no risk". */
  public boolean riskUnknown(Map<String, BigDecimal> answers) {
    return questions.stream()
        .anyMatch(question -> question.asksForRisk() && !answers.containsKey(question.id()));
  }

  public boolean tellsOfSubstanceUse(Map<String, BigDecimal> answers) {
    return questions.stream()
        .anyMatch(question -> question.substance() && answers.containsKey(question.id()));
  }

  private Optional<Question> question(String id) {
    return questions.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static @Nullable BigDecimal number(@Nullable Object given) {
    return switch (given) {
      case BigDecimal exact -> CheckIn.plain(exact);
      case Integer whole -> new BigDecimal(whole);
      case Long whole -> new BigDecimal(whole);
      case Double binary when Double.isFinite(binary) -> CheckIn.plain(BigDecimal.valueOf(binary));
      case null, default -> null;
    };
  }
}
