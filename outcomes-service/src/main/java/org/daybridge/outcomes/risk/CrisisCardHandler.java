package org.daybridge.outcomes.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.outcomes.instrument.Score;

/** Makes the crisis card of a submission. The text names neither program nor diagnosis. */
@ApplicationScoped
public class CrisisCardHandler {
  private final CrisisSettings settings;

  CrisisCardHandler(CrisisSettings settings) {
    this.settings = settings;
  }

  public Optional<CrisisCard> cardFor(Score score, PatientId patient) {
    return cardFor(score.alerts(), patient);
  }

  public Optional<CrisisCard> cardFor(List<Score.Alert> alerts, PatientId patient) {
    if (alerts.isEmpty()) return Optional.empty();
    List<CrisisCard.Contact> contacts = new ArrayList<>();
    contacts.add(new CrisisCard.Contact("988 Suicide & Crisis Lifeline, call or text", "988"));
    contacts.add(new CrisisCard.Contact("Emergency", "911"));
    settings
        .onCallTelephone()
        .ifPresent(number -> contacts.add(new CrisisCard.Contact("On-call clinician", number)));
    settings
        .clinicTelephone()
        .ifPresent(number -> contacts.add(new CrisisCard.Contact("Clinic", number)));
    return Optional.of(
        new CrisisCard(
            "Thank you for telling us. You are not alone: somebody from your team has been told and"
                + " will look at this. If you may act on these thoughts, call now.",
            contacts,
            "/api/clinical-records/v1/safety-plans?patientId=" + patient.value()));
  }
}
