package org.daybridge.outcomes.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.daybridge.outcomes.instrument.Expression.Call;
import org.daybridge.outcomes.instrument.Expression.Literal;
import org.daybridge.outcomes.instrument.Expression.Name;
import org.daybridge.outcomes.instrument.Expression.Negative;
import org.daybridge.outcomes.instrument.Expression.Not;
import org.daybridge.outcomes.instrument.Expression.Operation;
import org.daybridge.outcomes.instrument.Expression.Range;
import org.jspecify.annotations.Nullable;

/** Works out a formula over names. Null is "unknown" (Kleene's three-valued logic). */
final class Evaluation {
  private final Function<String, @Nullable Object> names;
  private final ScoringFunctions functions;

  Evaluation(Function<String, @Nullable Object> names, ScoringFunctions functions) {
    this.names = names;
    this.functions = functions;
  }

  @Nullable BigDecimal number(Expression expression) {
    return (BigDecimal) of(expression);
  }

  @Nullable Boolean truth(Expression expression) {
    return (Boolean) of(expression);
  }

  @Nullable String text(Expression expression) {
    return (String) of(expression);
  }

  @Nullable Object of(Expression expression) {
    return switch (expression) {
      case Literal(var value) -> value;
      case Name(var name) -> names.apply(name);
      case Range(var each) -> values(each);
      case Not(var operand) -> {
        Boolean value = truth(operand);
        yield value == null ? null : !value;
      }
      case Negative(var operand) -> {
        BigDecimal value = number(operand);
        yield value == null ? null : value.negate();
      }
      case Operation operation -> operation(operation);
      case Call(var function, var arguments) -> call(function, arguments);
    };
  }

  private List<@Nullable Object> values(List<String> each) {
    List<@Nullable Object> values = new ArrayList<>(each.size());
    for (String name : each) values.add(names.apply(name));
    return values;
  }

  private @Nullable Object operation(Operation operation) {
    return switch (operation.operator()) {
      case AND -> decidedBy(false, truth(operation.left()), truth(operation.right()));
      case OR -> decidedBy(true, truth(operation.left()), truth(operation.right()));
      default -> each(of(operation.left()), of(operation.right()), operation.operator());
    };
  }

  /** "And" is decided by one false, "or" by one true; otherwise an unknown side wins. */
  private static @Nullable Boolean decidedBy(
      boolean decisive, @Nullable Boolean left, @Nullable Boolean right) {
    if (Objects.equals(left, decisive) || Objects.equals(right, decisive)) return decisive;
    return left == null || right == null ? null : Boolean.valueOf(!decisive);
  }

  private @Nullable Object each(
      @Nullable Object left, @Nullable Object right, Expression.Operator operator) {
    if (left instanceof List<?> several) {
      List<@Nullable Object> results = new ArrayList<>(several.size());
      for (Object one : several) results.add(single(one, right, operator));
      return results;
    }
    return single(left, right, operator);
  }

  private static @Nullable Object single(
      @Nullable Object left, @Nullable Object right, Expression.Operator operator) {
    if (left == null || right == null) return null;
    if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
      return switch (operator) {
        case EQUAL -> a.compareTo(b) == 0;
        case NOT_EQUAL -> a.compareTo(b) != 0;
        case AT_LEAST -> a.compareTo(b) >= 0;
        case AT_MOST -> a.compareTo(b) <= 0;
        case ABOVE -> a.compareTo(b) > 0;
        case BELOW -> a.compareTo(b) < 0;
        case PLUS -> a.add(b);
        case MINUS -> a.subtract(b);
        case TIMES -> a.multiply(b);
        case BY -> b.signum() == 0 ? null : a.divide(b, ScoringFunctions.PRECISION);
        case AND, OR -> throw new IllegalStateException("not a comparison: " + operator);
      };
    }
    return switch (operator) {
      case EQUAL -> left.equals(right);
      case NOT_EQUAL -> !left.equals(right);
      case OR, AND, AT_LEAST, AT_MOST, ABOVE, BELOW, PLUS, MINUS, TIMES, BY ->
          throw new IllegalArgumentException(operator + " takes numbers, not " + left);
    };
  }

  private @Nullable Object call(String function, List<Expression> arguments) {
    if (function.equals("if")) {
      Boolean condition = truth(arguments.get(0));
      if (condition == null) return null;
      return of(arguments.get(condition ? 1 : 2));
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (Expression argument : arguments) {
      Object value = of(argument);
      if (value instanceof List<?> several) values.addAll(several);
      else values.add(value);
    }
    return functions.call(function, values);
  }
}
