package org.daybridge.kit.decision;

import java.util.List;

/**
 * What a rule says to a command: it is applied, giving the next state and what happened, or it is
 * refused by a named rule and nothing changes.
 *
 * @param <S> the state that was decided upon
 * @param <E> the events that follow
 */
public sealed interface Decision<S, E> {

  /** The command holds: {@code next} is the new state, {@code events} are what happened. */
  record Applied<S, E>(S next, List<E> events) implements Decision<S, E> {
    public Applied {
      events = List.copyOf(events);
    }
  }

  /** The rule named by its slug refuses; {@code because} never names a person. */
  record Refused<S, E>(String rule, String because, Kind kind) implements Decision<S, E> {}

  /** Whether the present state stands in the way (409), or the request breaks a rule (422). */
  enum Kind {
    STATE,
    RULE
  }

  static <S, E> Decision<S, E> applied(S next) {
    return new Applied<>(next, List.of());
  }

  static <S, E> Decision<S, E> applied(S next, E event) {
    return new Applied<>(next, List.of(event));
  }

  static <S, E> Decision<S, E> applied(S next, List<E> events) {
    return new Applied<>(next, events);
  }

  /** The request breaks a rule: 422. */
  static <S, E> Decision<S, E> refused(String rule, String because) {
    return new Refused<>(rule, because, Kind.RULE);
  }

  /** The present state does not allow it: 409. */
  static <S, E> Decision<S, E> refusedState(String rule, String because) {
    return new Refused<>(rule, because, Kind.STATE);
  }

  /** The applied decision, or the refusal as an exception that rolls the transaction back. */
  default Applied<S, E> orRefuse() {
    return switch (this) {
      case Applied<S, E> applied -> applied;
      case Refused<S, E>(var rule, var because, var kind) ->
          throw new RuleRefused(rule, because, kind);
    };
  }
}
