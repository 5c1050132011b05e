package org.daybridge.scheduling.outreach;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.jspecify.annotations.Nullable;

/** The absences that somebody looks after, and the risk cases that make them urgent. */
public interface Outreaches {
  Outreach require(UUID id);

  Optional<Outreach> of(SessionId session, PatientId patient);

  /** Enters it unless there is one for this absence. */
  void addOnce(Outreach outreach);

  void save(Outreach outreach);

  List<OutreachView> open(int rows, @Nullable String after);

  Summary summary(Instant from, Instant to);

  void raised(UUID riskCase, PatientId patient, int labels, String level, Instant at);

  void riskClosed(UUID riskCase, Instant at);

  /** Those of these people who have an open risk case. */
  Set<PatientId> atRisk(Collection<PatientId> patients);

  /** One open absence, with how often the person was missing lately. */
  record OutreachView(
      UUID id,
      UUID patientId,
      UUID sessionId,
      Instant openedAt,
      boolean urgent,
      int attempts,
      int noShows,
      boolean review,
      long version) {}

  /** How well it works. */
  record Summary(int cases, int reached, @Nullable Double medianMinutesToContact) {}
}
