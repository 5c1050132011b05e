package org.daybridge.outcomes.instrument.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.jspecify.annotations.Nullable;

/** Query parameters: one that does not read is the caller's mistake, not a missing page. */
public final class Parameters {
  private Parameters() {}

  public static @Nullable UUID id(String name, @Nullable String text) {
    if (text == null) return null;
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw BadRequest.field(name, "is not a UUID");
    }
  }

  /** The patient that is named; a patient who names nobody means the own record. */
  public static UUID patient(@Nullable String text) {
    UUID named = id("patientId", text);
    Caller caller = Callers.current();
    if (named != null) return named;
    if (caller.isPatient()) return caller.principalId();
    throw BadRequest.field("patientId", "must be given");
  }

  public static <E extends Enum<E>> @Nullable E code(
      String name, Class<E> type, @Nullable String text) {
    if (text == null) return null;
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw BadRequest.field(
          name,
          "must be one of "
              + Arrays.stream(type.getEnumConstants())
                  .map(Enum::name)
                  .collect(Collectors.joining(", ")));
    }
  }
}
