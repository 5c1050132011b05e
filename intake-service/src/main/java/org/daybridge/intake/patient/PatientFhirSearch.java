package org.daybridge.intake.patient;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** The searches that EHRs make for patients. */
public interface PatientFhirSearch {

  /** An identifier looked for, with or without its system. */
  record Identifier(@Nullable String system, String value) {
    @Override
    public String toString() {
      return "Identifier[" + system + "]";
    }
  }

  /** What all matches must be; null and empty ask nothing. */
  record Criteria(
      @Nullable UUID id,
      List<Identifier> identifiers,
      @Nullable String name,
      @Nullable String family,
      @Nullable String given,
      @Nullable Instant bornFrom,
      @Nullable Instant bornBefore,
      List<String> genders,
      @Nullable UUID after,
      int rows) {
    @Override
    public String toString() {
      return "Criteria";
    }
  }

  /** When and by whom a record was last changed. */
  record Change(Instant at, UUID by) {}

  List<PatientId> find(Criteria criteria);

  Change changeOf(PatientId id);
}
