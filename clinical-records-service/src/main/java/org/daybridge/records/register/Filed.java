package org.daybridge.records.register;

import java.util.UUID;
import org.daybridge.contract.intake.PatientId;

/** Something in one patient's record, with the labels that say who may see it. */
public interface Filed {

  UUID id();

  PatientId patient();

  int labels();
}
