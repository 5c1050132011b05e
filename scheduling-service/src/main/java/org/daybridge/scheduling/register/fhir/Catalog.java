package org.daybridge.scheduling.register.fhir;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.daybridge.kit.fhir.Search;
import org.daybridge.scheduling.register.Entry;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.Registered;

/** Searches the register, which holds a few hundred entries of a kind at most. */
final class Catalog {
  private static final int ALL = 5000;

  private Catalog() {}

  static <T extends Entry> List<Registered<T>> page(
      Register register, Class<T> type, Search asked, Predicate<Registered<T>> matches) {
    UUID after = asked.after().orElse(new UUID(0, 0));
    UUID id = asked.id().orElse(null);
    return register.page(type, ALL, null).stream()
        .filter(entry -> id == null || entry.id().equals(id))
        .filter(matches)
        .sorted((one, other) -> one.id().toString().compareTo(other.id().toString()))
        .filter(entry -> entry.id().toString().compareTo(after.toString()) > 0)
        .limit(asked.count() + 1L)
        .toList();
  }

  /** A FHIR string matches from its beginning, whatever the case. */
  static boolean begins(String value, String wanted) {
    return value.regionMatches(true, 0, wanted, 0, wanted.length());
  }
}
