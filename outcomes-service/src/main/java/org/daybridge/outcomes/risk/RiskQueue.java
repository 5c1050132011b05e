package org.daybridge.outcomes.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The patients of one clinician who need a look, most urgent first, each with the reasons. A reason
 * has a weight; a patient's rank is the heaviest reason, then the sum. Somebody without a reason is
 * not in the queue.
 */
public final class RiskQueue {
  private RiskQueue() {}

  public enum Signal {
    HIGH_RISK(100),
    UNACKNOWLEDGED_ALARM(90),
    MODERATE_RISK(70),
    LOW_RISK(50),
    RISK_UNKNOWN(45),
    DETERIORATION(40),
    CRAVING(35),
    SESSIONS_MISSED(30),
    SCREENING_OVERDUE(25),
    MEASURE_OVERDUE(10);

    private final int weight;

    Signal(int weight) {
      this.weight = weight;
    }

    public int weight() {
      return weight;
    }
  }

  /** One reason: since when, and the record that it comes from. */
  public record Reason(UUID patient, Signal signal, Instant since, UUID evidence, int count) {}

  public record Entry(UUID patient, int rank, int sum, List<Reason> reasons) {
    public Entry {
      reasons = List.copyOf(reasons);
    }
  }

  public static List<Entry> ranked(List<Reason> reasons) {
    Map<UUID, List<Reason>> byPatient = new LinkedHashMap<>();
    for (Reason reason : reasons) {
      byPatient.computeIfAbsent(reason.patient(), _ -> new ArrayList<>()).add(reason);
    }
    return byPatient.entrySet().stream()
        .map(each -> entry(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparingInt(Entry::rank)
                .thenComparingInt(Entry::sum)
                .reversed()
                .thenComparing(entry -> entry.reasons().getFirst().since())
                .thenComparing(Entry::patient))
        .toList();
  }

  private static Entry entry(UUID patient, List<Reason> reasons) {
    List<Reason> heaviest =
        reasons.stream()
            .sorted(
                Comparator.comparingInt((Reason reason) -> reason.signal().weight())
                    .reversed()
                    .thenComparing(Reason::since))
            .toList();
    return new Entry(
        patient,
        heaviest.getFirst().signal().weight(),
        heaviest.stream().mapToInt(reason -> reason.signal().weight()).sum(),
        heaviest);
  }
}
