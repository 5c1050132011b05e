package org.daybridge.medication.education;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** Education that each newly ordered drug asks for: due until the person could say it back. */
public interface Education {

  /** One order with the education that was given for it, if any. */
  record OfOrder(
      UUID orderId,
      String drug,
      Instant orderedAt,
      boolean due,
      @Nullable Instant taughtBackAt,
      List<String> topics) {}

  /** One talk about a medicine. */
  record Talk(
      UUID talkId,
      UUID orderId,
      PatientId patientId,
      List<String> topics,
      boolean teachBack,
      UUID givenBy,
      Instant givenAt) {}

  void add(Talk talk, int labels);

  /** The open orders of a person, those that wait for education first. */
  List<OfOrder> of(PatientId patient);
}
