package org.daybridge.medication.sideeffect;

import java.util.List;
import org.daybridge.contract.intake.PatientId;

/** The side effects of the people whom the caller may see. */
public interface SideEffects {
  void add(SideEffect effect, int labels);

  List<SideEffect> of(PatientId patient);
}
