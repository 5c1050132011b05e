package org.daybridge.local.issuer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A made-up person of the sample clinic that one can sign in as.
 *
 * @param subject the token's {@code sub}; an account in intake ties it to the person
 * @param person the person's id in the stack, or the natural key while the person has no id yet
 */
public record Persona(
    String subject, String displayName, List<String> roles, Kind kind, String person) {

  /** What the subject stands for. */
  public enum Kind {
    STAFF,
    PATIENT,
    PROXY
  }

  public Persona {
    roles = List.copyOf(roles);
  }

  static Persona from(JsonObject json) {
    return new Persona(
        json.getString("subject"),
        json.getString("displayName"),
        json.getJsonArray("roles").stream().map(String.class::cast).collect(Collectors.toList()),
        Kind.valueOf(json.getString("kind")),
        json.getString("person", ""));
  }

  /** The form in which a persona is kept in a file. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("subject", subject)
        .put("displayName", displayName)
        .put("roles", new JsonArray(roles))
        .put("kind", kind.name())
        .put("person", person);
  }
}
