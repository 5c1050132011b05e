package org.daybridge.medication.education;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.daybridge.contract.medication.MedicationEvent.MedicationEducationCompleted;
import org.daybridge.contract.medication.MedicationFactId;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.medication.education.Education.Talk;

/** Keeps a talk; education is complete when the person could say it back. */
@ApplicationScoped
public class EducationHandler {
  private final Education education;
  private final Outbox outbox;

  EducationHandler(Education education, Outbox outbox) {
    this.education = education;
    this.outbox = outbox;
  }

  @Transactional
  public void given(Talk talk, int labels) {
    education.add(talk, labels);
    if (talk.teachBack()) {
      outbox.append(
          new MedicationEducationCompleted(
              new MedicationFactId(talk.talkId()),
              talk.patientId(),
              new OrderId(talk.orderId()),
              talk.givenAt()),
          labels);
    }
  }
}
