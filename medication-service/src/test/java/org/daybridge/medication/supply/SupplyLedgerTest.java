package org.daybridge.medication.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.medication.supply.Fill.Source;
import org.daybridge.medication.supply.SupplyLedger.Gap;
import org.junit.jupiter.api.Test;

class SupplyLedgerTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private static Fill fill(int version, LocalDate on, int days) {
    return new Fill(
        UUID.randomUUID(),
        UUID.randomUUID(),
        new PatientId(UUID.randomUUID()),
        version,
        on,
        days,
        null,
        Source.PHARMACY,
        false,
        UUID.randomUUID(),
        Instant.EPOCH);
  }

  @Test
  void aFillBeforeTheLastIsUsedUpBeginsWhenThatEnds() {
    var ledger =
        SupplyLedger.of(
            List.of(fill(1, FIRST, 30), fill(1, FIRST.plusDays(25), 30)), 1, 2, FIRST.plusDays(59));

    assertThat(ledger.suppliedTo()).isEqualTo(FIRST.plusDays(59));
    assertThat(ledger.gaps()).isEmpty();
    assertThat(ledger.fillsLeft()).isEqualTo(1);
  }

  @Test
  void gapsAreClosedByTheNextFillAndTheLastIsOpen() {
    var ledger =
        SupplyLedger.of(
            List.of(fill(1, FIRST, 10), fill(1, FIRST.plusDays(15), 10)), 1, 0, FIRST.plusDays(25));

    assertThat(ledger.gaps())
        .containsExactly(
            new Gap(FIRST.plusDays(10), FIRST.plusDays(14), 5),
            new Gap(FIRST.plusDays(25), null, 1));
  }

  @Test
  void theFillsOfAnEarlierPrescriptionDoNotUseUpTheNext() {
    var ledger = SupplyLedger.of(List.of(fill(1, FIRST, 30)), 2, 1, FIRST);

    assertThat(ledger.fillsUsed()).isZero();
    assertThat(ledger.fillsLeft()).isEqualTo(2);
  }

  @Test
  void withoutAFillNothingIsSaid() {
    var ledger = SupplyLedger.of(List.of(), 1, 0, FIRST);

    assertThat(ledger.suppliedTo()).isNull();
    assertThat(ledger.gaps()).isEmpty();
  }
}
