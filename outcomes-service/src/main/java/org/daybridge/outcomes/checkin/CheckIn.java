package org.daybridge.outcomes.checkin;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.outcomes.instrument.Score;

/**
 * How somebody was on one day of the site. The same answers again on that day are the same
 * check-in. Other answers are a further revision: somebody who was safe in the morning can say in
 * the evening that this is over, and both stay.
 *
 * @param alerts the risk answers, as they were judged when they came
 */
public record CheckIn(
    UUID id,
    PatientId patient,
    EpisodeId episode,
    int labels,
    LocalDate day,
    int revision,
    String formVersion,
    Mode mode,
    Map<String, BigDecimal> answers,
    List<Score.Alert> alerts,
    boolean riskUnknown,
    Instant answeredAt,
    Instant receivedAt,
    UUID author) {

  /** Who entered it: the patient, the patient at a kiosk of the clinic, or staff by asking. */
  public enum Mode {
    SELF,
    KIOSK,
    STAFF
  }

  public CheckIn {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    alerts = List.copyOf(alerts);
  }

  /** Numbers that are equal are written alike. */
  public static BigDecimal plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  /** Ids only: answers are health information. */
  @Override
  public String toString() {
    return "CheckIn " + id;
  }
}
