package org.daybridge.intake.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.daybridge.contract.intake.AuthorizationId;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.junit.jupiter.api.Test;

class UnitLedgerTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final PatientId PATIENT = new PatientId(new UUID(1, 1));
  private static final EpisodeId EPISODE = new EpisodeId(new UUID(1, 2));

  @Test
  void aDayTakesAUnitOfTheAuthorizationThatEndsSoonest() {
    UnitLedger ledger = UnitLedger.of(List.of(of(1, 0, 30, 10), of(2, 0, 6, 2)), days(0, 2, 4));

    assertThat(ledger.authorizations()).extracting(Authorization::used).containsExactly(1, 2);
    assertThat(ledger.uncovered()).isEmpty();
    assertThat(ledger.attendedDays()).isEqualTo(3);
  }

  @Test
  void daysBeyondTheUnitsOrTheWindowAreListedTheOldestFirst() {
    UnitLedger ledger = UnitLedger.of(List.of(of(1, 1, 6, 1)), days(9, 0, 2, 4));

    assertThat(ledger.authorizations()).extracting(Authorization::left).containsExactly(0);
    assertThat(ledger.uncovered()).containsExactly(MONDAY, MONDAY.plusDays(4), MONDAY.plusDays(9));
  }

  @Test
  void anAuthorizationOfDaysThatAreOverCoversTheOldestWithoutOne() {
    List<Authorization> all = new ArrayList<>(List.of(of(1, 7, 14, 5)));
    assertThat(UnitLedger.of(all, days(0, 2, 4, 7)).uncovered()).hasSize(3);

    all.add(of(2, 0, 6, 2));

    assertThat(UnitLedger.of(all, days(0, 2, 4, 7)).uncovered())
        .containsExactly(MONDAY.plusDays(4));
  }

  @Property
  void everyDayIsCountedOnceAndNothingIsOverdrawn(
      @ForAll @Size(max = 6) List<@IntRange(max = 40) Integer> begins,
      @ForAll @Size(max = 30) List<@IntRange(max = 60) Integer> attended,
      @ForAll Random random) {
    List<Authorization> all = new ArrayList<>();
    for (int begin : begins) {
      all.add(of(all.size() + 1, begin, begin + random.nextInt(20), 1 + random.nextInt(6)));
    }
    SortedSet<LocalDate> days = days(attended.stream().mapToInt(Integer::intValue).toArray());

    UnitLedger ledger = UnitLedger.of(all, days);

    int used = ledger.authorizations().stream().mapToInt(Authorization::used).sum();
    assertThat(used + ledger.uncovered().size()).isEqualTo(days.size());
    assertThat(ledger.authorizations()).allSatisfy(one -> assertThat(one.left()).isNotNegative());
    assertThat(ledger.uncovered()).isSorted();
    Collections.shuffle(all, random);
    assertThat(UnitLedger.of(all, days)).isEqualTo(ledger);
  }

  private static Authorization of(int number, int from, int to, int units) {
    return new Authorization(
        new AuthorizationId(new UUID(2, number)),
        PATIENT,
        EPISODE,
        0,
        new Authorization.Terms(
            "Sample Mutual",
            "A-" + number,
            "S9480",
            MONDAY.plusDays(from),
            MONDAY.plusDays(to),
            units,
            null),
        0,
        false);
  }

  private static SortedSet<LocalDate> days(int... offsets) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (int offset : offsets) {
      days.add(MONDAY.plusDays(offset));
    }
    return days;
  }
}
