package org.daybridge.medication.pdmp;

import java.util.List;
import org.daybridge.contract.intake.PatientId;

/** What was asked of monitoring programs; only added to. */
public interface PdmpQueries {
  void add(PdmpQuery query, int labels);

  List<PdmpQuery> of(PatientId patient);
}
