package org.daybridge.kit.fhir;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a FHIR search. A parameter that the type does not offer is refused rather than
 * ignored: a filter that is dropped in silence shows too much.
 */
public final class Search {
  private static final Set<String> COMMON =
      Set.of("_count", "_page", "_format", "_revinclude", "_include", "_total", "_pretty");
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final MultivaluedMap<String, String> parameters;

  private Search(MultivaluedMap<String, String> parameters) {
    this.parameters = parameters;
  }

  /** Reads the parameters; others than the offered ones are refused. */
  public static Search of(MultivaluedMap<String, String> parameters, String... offered) {
    Set<String> known = Set.of(offered);
    for (String name : parameters.keySet()) {
      String plain = name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
      if (!known.contains(plain) && !COMMON.contains(plain)) {
        throw wrong(plain, "is not a parameter of this search");
      }
      if (!plain.equals(name)) {
        throw wrong(name, "has a modifier that is not supported");
      }
    }
    return new Search(parameters);
  }

  /** A token: a code with or without its system. An empty system asks for a code without one. */
  public record Token(@Nullable String system, String code) {
    public boolean matches(String itsSystem, String itsCode) {
      return code.equals(itsCode) && (system == null || system.equals(itsSystem));
    }
  }

  /** A moment in time compared with: from inclusive, to exclusive; open ends are null. */
  public record Period(@Nullable Instant from, @Nullable Instant to) {}

  public boolean has(String name) {
    return !parameters.getOrDefault(name, List.of()).isEmpty();
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(first(name));
  }

  /** The alternatives of a token parameter, separated by commas; empty when it is not asked for. */
  public List<Token> tokens(String name) {
    String value = first(name);
    if (value == null) {
      return List.of();
    }
    return Arrays.stream(value.split(",", -1))
        .map(
            part -> {
              int bar = part.indexOf('|');
              String code = bar < 0 ? part : part.substring(bar + 1);
              if (code.isBlank()) {
                throw wrong(name, "needs a code");
              }
              return new Token(bar < 0 ? null : part.substring(0, bar), code);
            })
        .toList();
  }

  /** The id of a reference such as {@code Patient/…} or the bare id. */
  public Optional<UUID> reference(String name, String type) {
    String value = first(name);
    if (value == null) {
      return Optional.empty();
    }
    String id = value.startsWith(type + "/") ? value.substring(type.length() + 1) : value;
    return Optional.of(uuid(name, id));
  }

  public Optional<UUID> id() {
    String value = first("_id");
    return value == null ? Optional.empty() : Optional.of(uuid("_id", value));
  }

  /** The range that all values of a date parameter leave, by their prefixes. */
  public Period period(String name) {
    Instant from = null;
    Instant to = null;
    for (String value : parameters.getOrDefault(name, List.of())) {
      String prefix =
          value.length() > 2 && Character.isLetter(value.charAt(0)) ? value.substring(0, 2) : "eq";
      Period named =
          moment(name, "eq".equals(prefix) && !value.startsWith("eq") ? value : value.substring(2));
      Instant start = named.from();
      Instant end = named.to();
      switch (prefix) {
        case "eq" -> {
          from = later(from, start);
          to = earlier(to, end);
        }
        case "ge" -> from = later(from, start);
        case "gt", "sa" -> from = later(from, end);
        case "lt", "eb" -> to = earlier(to, start);
        case "le" -> to = earlier(to, end);
        default ->
            throw wrong(name, "has a prefix that is not supported: use eq, ge, gt, le or lt");
      }
    }
    return new Period(from, to);
  }

  public int count() {
    String value = first("_count");
    if (value == null) {
      return USUAL;
    }
    try {
      int asked = Integer.parseInt(value);
      if (asked < 1) {
        throw wrong("_count", "must be at least 1");
      }
      return Math.min(asked, MOST);
    } catch (NumberFormatException e) {
      throw wrong("_count", "must be a number");
    }
  }

  /** Where the page begins: the id after which it goes on. */
  public Optional<UUID> after() {
    String value = first("_page");
    return value == null ? Optional.empty() : Optional.of(uuid("_page", value));
  }

  /** Whether {@code _revinclude=Provenance:target} is asked for. */
  public boolean withProvenance() {
    List<String> asked = parameters.getOrDefault("_revinclude", List.of());
    for (String one : asked) {
      if (!"Provenance:target".equals(one)) {
        throw wrong("_revinclude", "only Provenance:target is supported");
      }
    }
    return !asked.isEmpty();
  }

  /** The parameters again, for the links of a bundle. */
  MultivaluedMap<String, String> parameters() {
    return parameters;
  }

  /** Refuses the search unless one of these parameters narrows it to somebody. */
  public void requireOneOf(String... names) {
    if (Arrays.stream(names).noneMatch(this::has)) {
      throw wrong(names[0], "must be given, or one of " + String.join(", ", names));
    }
  }

  private @Nullable String first(String name) {
    List<String> values = parameters.get(name);
    if (values == null || values.isEmpty()) {
      return null;
    }
    if (values.size() > 1) {
      throw wrong(name, "may be given once; alternatives are separated by commas");
    }
    return values.getFirst();
  }

  /** The moments between which a date of its precision lies. */
  private static Period moment(String name, String value) {
    try {
      if (value.length() == 4) {
        LocalDate first = LocalDate.of(Integer.parseInt(value), 1, 1);
        return days(first, first.plusYears(1));
      }
      if (value.length() == 7) {
        YearMonth month = YearMonth.parse(value);
        return days(month.atDay(1), month.plusMonths(1).atDay(1));
      }
      if (value.length() == 10) {
        LocalDate day = LocalDate.parse(value);
        return days(day, day.plusDays(1));
      }
      Instant at = OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
      boolean fraction = value.contains(".");
      return new Period(at, fraction ? at.plusMillis(1) : at.plusSeconds(1));
    } catch (DateTimeParseException | NumberFormatException e) {
      throw wrong(name, "is not a date or a time with offset");
    }
  }

  private static Period days(LocalDate from, LocalDate to) {
    return new Period(
        from.atStartOfDay(ZoneOffset.UTC).toInstant(), to.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static Instant later(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }

  private static Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }

  private static UUID uuid(String name, String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw wrong(name, "is not an id of this system");
    }
  }

  private static BadRequest wrong(String name, String message) {
    return new BadRequest(
        "bad-parameter",
        "A search parameter is wrong.",
        new ArrayList<>(List.of(new Problem.Violation(name, message))));
  }
}
