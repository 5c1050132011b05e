package org.daybridge.outcomes.checkin.rest;

import java.math.BigDecimal;
import java.util.List;
import org.daybridge.outcomes.checkin.CheckInForm;
import org.daybridge.outcomes.checkin.Question;

/** The questions of one patient, in order. */
public record CheckInFormView(String version, List<QuestionView> questions) {

  /** A number from lowest to highest in steps; where {@code options}, one of the words' values. */
  public record QuestionView(
      String id,
      String text,
      BigDecimal lowest,
      BigDecimal highest,
      BigDecimal step,
      boolean options,
      List<WordView> words) {
    static QuestionView of(Question one) {
      return new QuestionView(
          one.id(),
          one.text(),
          one.lowest(),
          one.highest(),
          one.step(),
          one.options(),
          one.words().entrySet().stream()
              .map(word -> new WordView(word.getKey(), word.getValue()))
              .toList());
    }
  }

  public record WordView(BigDecimal value, String text) {}

  static CheckInFormView of(CheckInForm form) {
    return new CheckInFormView(
        form.version(), form.questions().stream().map(QuestionView::of).toList());
  }
}
