package org.daybridge.records.task.store;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.records.register.store.JdbiRegister;
import org.daybridge.records.signing.Versioned;
import org.daybridge.records.signing.store.StateJson;
import org.daybridge.records.task.CareTask;
import org.daybridge.records.task.CareTasks;
import org.jdbi.v3.core.Jdbi;

@Singleton
class JdbiCareTasks extends JdbiRegister<CareTask> implements CareTasks {

  JdbiCareTasks(Jdbi jdbi, StateJson json, Clock clock) {
    super(jdbi, json, clock, new Shelf<>("care_task", "care-task", CareTask.class));
  }

  @Override
  public List<Versioned<CareTask>> openOf(StaffId owner) {
    return listed("owner_id = :value and state = 'Open' order by due_on, id", owner.value());
  }
}
