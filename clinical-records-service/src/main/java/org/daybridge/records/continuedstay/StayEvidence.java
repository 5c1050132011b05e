package org.daybridge.records.continuedstay;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.records.continuedstay.Evidence.Measure;
import org.daybridge.records.continuedstay.Evidence.NoteLine;
import org.daybridge.records.continuedstay.Evidence.Week;
import org.daybridge.records.episode.Episode;

/** Gathers evidence from the record, as far as the caller can see it. */
public interface StayEvidence {

  List<Week> weeks(Episode episode, LocalDate from, LocalDate to);

  List<NoteLine> notes(Episode episode, LocalDate from, LocalDate to);

  int sessionsWithoutNote(Episode episode, LocalDate from, LocalDate to);

  List<Measure> measures(Episode episode);

  int riskAlerts(Episode episode);

  void measured(Point point);

  void keep(ContinuedStayPacket packet, int labels);

  Optional<Kept> find(UUID packet);

  /** A packet as it was disclosed: the text and its hash. */
  record Kept(UUID id, PatientId patient, String canonical, String hash) {
    @Override
    public String toString() {
      return "Kept[" + id + "]";
    }
  }

  /** One scored answer, as outcomes tells. */
  record Point(
      UUID id,
      PatientId patient,
      int labels,
      String instrument,
      String version,
      Optional<BigDecimal> total,
      Optional<String> severity,
      Optional<BigDecimal> change,
      Instant answeredAt) {}
}
