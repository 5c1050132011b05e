package org.daybridge.outcomes.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.daybridge.outcomes.instrument.Expression.Call;
import org.daybridge.outcomes.instrument.Expression.Literal;
import org.daybridge.outcomes.instrument.Expression.Name;
import org.daybridge.outcomes.instrument.Expression.Negative;
import org.daybridge.outcomes.instrument.Expression.Not;
import org.daybridge.outcomes.instrument.Expression.Operation;
import org.daybridge.outcomes.instrument.Expression.Operator;
import org.daybridge.outcomes.instrument.Expression.Range;

/** Reads one formula by precedence climbing; a formula that can't be read stops the start. */
final class ExpressionParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\\d+(?:\\.\\d+)?)|'([^']*)'|(\\.\\.|>=|<=|!=|[-+*/()=<>,])|([A-Za-z][\\w-]*\\w|[A-Za-z]))");

  private final String formula;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  private record Token(Kind kind, String text) {}

  private enum Kind {
    NUMBER,
    TEXT,
    SIGN,
    WORD,
    END
  }

  ExpressionParser(String formula) {
    this.formula = formula;
    Matcher matcher = TOKEN.matcher(formula);
    int at = 0;
    while (at < formula.stripTrailing().length()) {
      if (!matcher.find(at) || matcher.start() != at) throw unreadable("position " + at);
      tokens.add(token(matcher));
      at = matcher.end();
    }
    tokens.add(new Token(Kind.END, ""));
  }

  private static Token token(Matcher matcher) {
    if (matcher.group(1) != null) return new Token(Kind.NUMBER, matcher.group(1));
    if (matcher.group(2) != null) return new Token(Kind.TEXT, matcher.group(2));
    if (matcher.group(3) != null) return new Token(Kind.SIGN, matcher.group(3));
    return new Token(Kind.WORD, matcher.group(4));
  }

  Expression parse() {
    Expression all = operation(0);
    if (tokens.get(next).kind != Kind.END) throw unreadable(tokens.get(next).text);
    return all;
  }

  private Expression operation(int weakest) {
    Expression left = operand();
    while (true) {
      Operator operator = operatorHere();
      if (operator == null || operator.strength < weakest) return left;
      next++;
      left = new Operation(operator, left, operation(operator.strength + 1));
    }
  }

  private @org.jspecify.annotations.Nullable Operator operatorHere() {
    Token token = tokens.get(next);
    if (token.kind != Kind.SIGN && token.kind != Kind.WORD) return null;
    for (Operator operator : Operator.values()) {
      if (operator.sign.equals(token.text)) return operator;
    }
    return null;
  }

  private Expression operand() {
    Token token = tokens.get(next++);
    return switch (token.kind) {
      case NUMBER -> new Literal(new BigDecimal(token.text));
      case TEXT -> new Literal(token.text);
      case WORD -> word(token.text);
      case SIGN -> {
        if (token.text.equals("-")) yield new Negative(operand());
        if (!token.text.equals("(")) throw unreadable(token.text);
        Expression inner = operation(0);
        take(")");
        yield inner;
      }
      case END -> throw unreadable("end of formula");
    };
  }

  private Expression word(String word) {
    switch (word) {
      case "not":
        return new Not(operand());
      case "true":
        return new Literal(true);
      case "false":
        return new Literal(false);
      case "unknown":
        return new Literal(null);
      default:
        break;
    }
    if (sees("(")) return new Call(word, arguments());
    if (sees("..")) {
      take("..");
      return range(word, tokens.get(next++).text);
    }
    return new Name(word);
  }

  private List<Expression> arguments() {
    List<Expression> arguments = new ArrayList<>();
    take("(");
    while (!sees(")")) {
      arguments.add(operation(0));
      if (!sees(")")) take(",");
    }
    take(")");
    return List.copyOf(arguments);
  }

  private Range range(String from, String to) {
    int first = Integer.parseInt(from.substring(1));
    int last = Integer.parseInt(to.substring(1));
    return new Range(IntStream.rangeClosed(first, last).mapToObj(n -> "q" + n).toList());
  }

  private boolean sees(String sign) {
    Token token = tokens.get(next);
    return token.kind == Kind.SIGN && token.text.equals(sign);
  }

  private void take(String sign) {
    if (!sees(sign)) throw unreadable(tokens.get(next).text);
    next++;
  }

  private IllegalArgumentException unreadable(String where) {
    return new IllegalArgumentException("Formula (" + formula + ") can't be read at " + where);
  }
}
