package org.daybridge.medication.knowledge;

import java.util.Set;

/** A diagnosis or circumstance that rules ask about, with the words and codes that mean it. */
public record Condition(
    String concept, Set<String> names, Set<String> icd10Prefixes, Set<String> snomed) {

  public boolean hasIcd10(String code) {
    var plain = code.replace(".", "");
    return icd10Prefixes.stream().map(p -> p.replace(".", "")).anyMatch(plain::startsWith);
  }
}
