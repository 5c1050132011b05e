package org.daybridge.local;

import java.util.Optional;
import java.util.stream.Stream;

/** The five services, by the word that stands in their URLs. */
public enum ServiceName {
  INTAKE("intake"),
  SCHEDULING("scheduling"),
  CLINICAL_RECORDS("clinical-records"),
  MEDICATION("medication"),
  OUTCOMES("outcomes");

  private final String word;

  ServiceName(String word) {
    this.word = word;
  }

  /** The word in URLs, topics and log file names. */
  public String word() {
    return word;
  }

  /** The service's folder in the repository. */
  public String module() {
    return word + "-service";
  }

  /** The service's database, and the start of its roles' names. */
  public String database() {
    return word.replace('-', '_');
  }

  /** The service of this word. */
  public static Optional<ServiceName> of(String word) {
    return Stream.of(values()).filter(it -> it.word.equals(word)).findFirst();
  }
}
