package org.daybridge.medication.adherence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** Reads doses that somebody saw taken or refused, with what was ordered for those days. */
public interface ObservedDoseQuery {

  /** One report of observed doses; without an order it does not tell what was taken. */
  record ObservedDose(
      UUID reportId,
      UUID patientId,
      int labels,
      @Nullable UUID orderId,
      @Nullable String rxcui,
      @Nullable String name,
      LocalDate from,
      LocalDate to,
      boolean given,
      @Nullable Integer dosesPlanned,
      @Nullable Integer dosesTaken,
      List<String> barriers,
      @Nullable BigDecimal amount,
      @Nullable String unit,
      @Nullable String route,
      UUID observedBy,
      Instant reportedAt) {

    @Override
    public String toString() {
      return "ObservedDose[" + reportId + "]";
    }
  }

  /** What a search asks for; what is null or empty does not narrow it. */
  record Criteria(
      @Nullable UUID id,
      @Nullable PatientId patient,
      @Nullable UUID order,
      List<String> codes,
      @Nullable Boolean given,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable UUID after,
      int rows) {

    public static Criteria ofId(UUID id) {
      return new Criteria(id, null, null, List.of(), null, null, null, null, 1);
    }
  }

  /** By id upwards, so that a page goes on after its last one. */
  List<ObservedDose> search(Criteria criteria);
}
