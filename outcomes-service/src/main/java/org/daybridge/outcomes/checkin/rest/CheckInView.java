package org.daybridge.outcomes.checkin.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.outcomes.checkin.CheckIn;
import org.daybridge.outcomes.instrument.Score;
import org.daybridge.outcomes.risk.CrisisCard;
import org.jspecify.annotations.Nullable;

/** A check-in; with a risk answer it carries a crisis card. */
public record CheckInView(
    UUID id,
    UUID patientId,
    UUID episodeId,
    LocalDate day,
    int revision,
    String formVersion,
    String mode,
    Map<String, BigDecimal> answers,
    List<AlertView> alerts,
    boolean riskUnknown,
    Instant answeredAt,
    Instant receivedAt,
    UUID author,
    @Nullable CrisisCard crisisCard) {

  public record AlertView(String question, String code, String level) {
    static AlertView of(Score.Alert alert) {
      return new AlertView(alert.item(), alert.code(), alert.level().name());
    }
  }

  static CheckInView of(CheckIn one, @Nullable CrisisCard card) {
    return new CheckInView(
        one.id(),
        one.patient().value(),
        one.episode().value(),
        one.day(),
        one.revision(),
        one.formVersion(),
        one.mode().name(),
        one.answers(),
        one.alerts().stream().map(AlertView::of).toList(),
        one.riskUnknown(),
        one.answeredAt(),
        one.receivedAt(),
        one.author(),
        card);
  }
}
