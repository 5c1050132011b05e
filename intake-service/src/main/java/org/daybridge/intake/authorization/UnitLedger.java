package org.daybridge.intake.authorization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.daybridge.contract.intake.AuthorizationId;

/**
 * Which attended day is covered by which authorization. Days are taken oldest first; each takes a
 * unit of the authorization that covers it and ends soonest. A day that none covers is listed, and
 * never makes an authorization negative. The same days and authorizations always give the same
 * ledger, in whatever order they became known.
 *
 * @param authorizations by their beginning, with what is used of them
 * @param uncovered attended days without authorization, the oldest first
 */
public record UnitLedger(
    List<Authorization> authorizations, List<LocalDate> uncovered, int attendedDays) {
  public UnitLedger {
    authorizations = List.copyOf(authorizations);
    uncovered = List.copyOf(uncovered);
  }

  /** Of all authorizations of an episode and all days on which the person was there. */
  public static UnitLedger of(List<Authorization> all, SortedSet<LocalDate> days) {
    List<Authorization> byEnd =
        all.stream()
            .sorted(
                Comparator.comparing((Authorization one) -> one.terms().to())
                    .thenComparing(one -> one.terms().from())
                    .thenComparing(one -> one.id().value()))
            .toList();
    Map<AuthorizationId, Integer> used = new LinkedHashMap<>();
    List<LocalDate> uncovered = new ArrayList<>();
    for (LocalDate day : days) {
      Optional<Authorization> covering =
          byEnd.stream()
              .filter(one -> one.terms().holds(day))
              .filter(one -> used.getOrDefault(one.id(), 0) < one.terms().units())
              .findFirst();
      covering.ifPresentOrElse(
          one -> used.merge(one.id(), 1, Integer::sum), () -> uncovered.add(day));
    }
    return new UnitLedger(
        all.stream()
            .sorted(
                Comparator.comparing((Authorization one) -> one.terms().from())
                    .thenComparing(one -> one.id().value()))
            .map(one -> one.withUsed(used.getOrDefault(one.id(), 0)))
            .toList(),
        uncovered,
        days.size());
  }
}
