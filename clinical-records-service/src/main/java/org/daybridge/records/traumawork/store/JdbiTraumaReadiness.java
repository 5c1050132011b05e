package org.daybridge.records.traumawork.store;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.daybridge.records.register.store.JdbiRegister;
import org.daybridge.records.signing.store.StateJson;
import org.daybridge.records.traumawork.TraumaReadiness;
import org.jdbi.v3.core.Jdbi;

@Singleton
class JdbiTraumaReadiness extends JdbiRegister<TraumaReadiness> {

  JdbiTraumaReadiness(Jdbi jdbi, StateJson json, Clock clock) {
    super(
        jdbi,
        json,
        clock,
        new Shelf<>("trauma_readiness", "trauma-readiness", TraumaReadiness.class));
  }
}
