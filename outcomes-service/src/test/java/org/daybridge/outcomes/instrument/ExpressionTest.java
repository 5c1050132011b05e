package org.daybridge.outcomes.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final Map<String, Object> NAMES = new HashMap<>();

  static {
    for (int n = 1; n <= 5; n++) NAMES.put("q" + n, BigDecimal.valueOf(n));
    NAMES.put("q6", null);
    NAMES.put("sex", "female");
  }

  @ParameterizedTest
  @CsvSource({
    "1 + 2 * 3, 7",
    "(1 + 2) * 3, 9",
    "10 - 2 - 3, 5",
    "-q2 + 3, 1",
    "'sum(q1..q3, q5)', 11",
    "'mean(q1..q5)', 3",
    "'sumOfAnswered(q4..q6)', 9",
    "'filledSum(1, q4..q6)', 13.5",
    "'count(q1..q5 >= 3)', 3",
    "'answered(q4..q6)', 2",
    "'filledMedian(1, q4..q6)', 14",
    "'round(10 / 3, 2)', 3.33"
  })
  void worksOutNumbers(String formula, BigDecimal expected) {
    assertThat((BigDecimal) value(formula)).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q6 + 1",
        "sum(q5..q6)",
        "q6 >= 1",
        "q6 >= 1 and q1 = 1",
        "q6 >= 1 or q1 = 2",
        "not q6 = 1",
        "if(q6 = 1, 1, 2)",
        "any(q1 = 2, q6 = 1)",
        "atLeast(2, q1 = 1, q6 = 1)",
        "prorated(1, q1..q5)",
        "1 / 0"
      })
  void keepsTheUnknownUnknown(String formula) {
    assertThat(value(formula)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "q6 >= 1 and q1 = 2, false",
    "q6 >= 1 or q1 = 1, true",
    "'any(q1 = 1, q6 = 1)', true",
    "'atLeast(2, q1 = 2, q6 = 1)', false",
    "sex = 'female', true",
    "not known(q6), true"
  })
  void decidesWhatTheKnownSideDecides(String formula, boolean expected) {
    assertThat(value(formula)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 +", "sum(q1", "q1 q2", "#", "* 2"})
  void refusesWhatItCannotRead(String formula) {
    assertThatThrownBy(() -> Expression.parse(formula))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("can't be read");
  }

  @Test
  void refusesAFunctionThatIsNotThere() {
    assertThatThrownBy(() -> value("median(q1)")).hasMessageContaining("median");
  }

  private static Object value(String formula) {
    return new Evaluation(NAMES::get, new ScoringFunctions(Map.of())).of(Expression.parse(formula));
  }
}
