package org.daybridge.records.task;

import java.util.List;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.records.register.Register;
import org.daybridge.records.signing.Versioned;

/** The tasks that the caller can see. */
public interface CareTasks extends Register<CareTask> {

  /** Open ones of this owner, the first due first. */
  List<Versioned<CareTask>> openOf(StaffId owner);
}
