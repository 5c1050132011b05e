package org.daybridge.outcomes.instrument;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A formula of an instrument file, for example {@code sum(q1..q9)} or {@code any(q1..q6 >= 1)}.
 * {@code q9} is the scored value of item 9. Values are numbers, texts, truth values, or unknown; an
 * unknown operand makes the result unknown unless the other operand already decides it.
 */
public sealed interface Expression {

  record Literal(@Nullable Object value) implements Expression {}

  record Name(String name) implements Expression {}

  /** Several items in order, {@code q1..q9}: comparisons and functions take each of them. */
  record Range(List<String> names) implements Expression {}

  record Not(Expression operand) implements Expression {}

  record Negative(Expression operand) implements Expression {}

  record Operation(Operator operator, Expression left, Expression right) implements Expression {}

  record Call(String function, List<Expression> arguments) implements Expression {}

  /** From weakest to strongest binding. */
  enum Operator {
    OR("or", 0),
    AND("and", 1),
    EQUAL("=", 2),
    NOT_EQUAL("!=", 2),
    AT_LEAST(">=", 2),
    AT_MOST("<=", 2),
    ABOVE(">", 2),
    BELOW("<", 2),
    PLUS("+", 3),
    MINUS("-", 3),
    TIMES("*", 4),
    BY("/", 4);

    final String sign;
    final int strength;

    Operator(String sign, int strength) {
      this.sign = sign;
      this.strength = strength;
    }
  }

  static Expression parse(String formula) {
    return new ExpressionParser(formula).parse();
  }
}
