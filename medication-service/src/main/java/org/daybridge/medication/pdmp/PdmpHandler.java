package org.daybridge.medication.pdmp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.daybridge.contract.medication.MedicationEvent.PdmpChecked;
import org.daybridge.contract.medication.MedicationFactId;
import org.daybridge.kit.outbox.Outbox;

/** Keeps a query of a monitoring program and announces it. */
@ApplicationScoped
public class PdmpHandler {
  private final PdmpQueries queries;
  private final Outbox outbox;

  PdmpHandler(PdmpQueries queries, Outbox outbox) {
    this.queries = queries;
    this.outbox = outbox;
  }

  @Transactional
  public void recorded(PdmpQuery query, int labels) {
    queries.add(query, labels);
    outbox.append(
        new PdmpChecked(
            new MedicationFactId(query.queryId()),
            query.patientId(),
            query.state(),
            query.reachable(),
            query.lookbackDays(),
            query.queriedAt()),
        labels);
  }
}
