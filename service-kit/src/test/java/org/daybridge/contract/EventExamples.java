package org.daybridge.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One example of each event, every component filled. It knows which components may be text at all,
 * and what kind of code each of them holds: a text that is not in this list does not travel.
 */
final class EventExamples {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
  private static final Instant MOMENT = Instant.parse("2026-03-09T14:30:00Z");

  /** Components of type text, each a code, with an example of it. */
  static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("barrier", "FORGOT"),
          Map.entry("barriers", "FORGOT"),
          Map.entry("change", "HELD"),
          Map.entry("channel", "PHONE"),
          Map.entry("code", "SUD-EVENING"),
          Map.entry("codeSystem", "http://www.nlm.nih.gov/research/umls/rxnorm"),
          Map.entry("contentHash", "9f86d081884c7d659a2feaa0c55ad015"),
          Map.entry("controlledSchedule", "CII"),
          Map.entry("criticality", "high"),
          Map.entry("destination", "OUTPATIENT"),
          Map.entry("discipline", "LCSW"),
          Map.entry("disposition", "SAFETY_PLAN_REVISED"),
          Map.entry("instrument", "phq-9"),
          Map.entry("instrumentVersion", "1.0"),
          Map.entry("kind", "MEDICATION"),
          Map.entry("level", "HIGH"),
          Map.entry("measure", "phq-9"),
          Map.entry("modality", "GROUP"),
          Map.entry("noteType", "PROGRESS"),
          Map.entry("number", "L-100234"),
          Map.entry("occasion", "DISCHARGE"),
          Map.entry("principalKind", "STAFF"),
          Map.entry("purpose", "TREAT"),
          Map.entry("reason", "COMPLETED"),
          Map.entry("recipientClass", "TREATING_PROVIDER"),
          Map.entry("roles", "therapist"),
          Map.entry("ruleId", "lithium"),
          Map.entry("rulePackVersion", "intake-2026-01"),
          Map.entry("rxNorm", "36437"),
          Map.entry("scheduleModel", "WEEKLY_TEMPLATE"),
          Map.entry("billingCode", "H0015"),
          Map.entry("sessionType", "PROCESS_GROUP"),
          Map.entry("severity", "MODERATE"),
          Map.entry("sexCode", "female"),
          Map.entry("siteZone", "America/New_York"),
          Map.entry("source", "HOSPITAL"),
          Map.entry("state", "NY"),
          Map.entry("status", "PRESENT"),
          Map.entry("subject", "b7f0c1d2"),
          Map.entry("taken", "MOST"),
          Map.entry("testCode", "14334-7"),
          Map.entry("trackCode", "SUD-EVENING"),
          Map.entry("type", "LCSW"),
          Map.entry("unit", "mmol/L"),
          Map.entry("urgency", "ROUTINE"),
          Map.entry("zone", "America/New_York"));

  private EventExamples() {}

  static DomainEvent of(Class<? extends DomainEvent> type) {
    return type.cast(record(type));
  }

  private static Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values =
        Arrays.stream(components)
            .map(component -> value(component.getName(), component.getGenericType()))
            .toArray();
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  private static Object value(String name, Type type) {
    if (type instanceof ParameterizedType many) {
      Object one = value(name, many.getActualTypeArguments()[0]);
      return many.getRawType() == Set.class ? new LinkedHashSet<>(List.of(one)) : List.of(one);
    }
    Class<?> plain = (Class<?>) type;
    Object simple = simple(name, plain);
    if (simple != null) {
      return simple;
    }
    if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    if (Id.class.isAssignableFrom(plain)) {
      return identity(plain);
    }
    if (plain.isRecord() && plain.getName().startsWith("org.daybridge.contract.")) {
      return record(plain);
    }
    throw new IllegalStateException(
        "Component '" + name + "' is of type " + plain.getName() + ", which does not travel.");
  }

  private static Object identity(Class<?> type) {
    try {
      return type.getConstructor(UUID.class).newInstance(id(type.getSimpleName()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  private static @Nullable Object simple(String name, Class<?> type) {
    if (type == String.class) {
      String code = CODES.get(name);
      if (code == null) {
        throw new IllegalStateException(
            "Text component '" + name + "' is not in the list of codes.\nMaybe it is free text?");
      }
      return code;
    }
    return switch (type.getName()) {
      case "java.util.UUID" -> id(name);
      case "java.time.LocalDate" -> "birthDate".equals(name) ? DAY.minusYears(36) : DAY;
      case "java.time.Instant" -> MOMENT;
      case "java.math.BigDecimal" -> new BigDecimal("12.5");
      case "int", "java.lang.Integer" -> 2;
      case "boolean" -> true;
      default -> null;
    };
  }

  /** The same id for the same component everywhere: one example patient runs through all files. */
  static UUID id(String name) {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | name.hashCode() & 0xffffffffL);
  }
}
