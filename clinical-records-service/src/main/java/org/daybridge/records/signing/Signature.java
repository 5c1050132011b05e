package org.daybridge.records.signing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One person's name under one text: who, in which capacity, with which credentials at that moment,
 * when, how, and the hash of what they saw. A paper signature is entered by staff from a scan.
 */
public record Signature(
    UUID person,
    Signatory as,
    List<String> credentials,
    Instant at,
    Means means,
    ContentHash seen) {

  public enum Means {
    ELECTRONIC,
    PAPER
  }

  public Signature {
    credentials = List.copyOf(credentials);
  }

  public Map<String, ?> canonical() {
    return Map.of("person", person, "as", as, "credentials", credentials, "at", at, "means", means);
  }
}
