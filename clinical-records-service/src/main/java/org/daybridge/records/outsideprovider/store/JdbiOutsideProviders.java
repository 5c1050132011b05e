package org.daybridge.records.outsideprovider.store;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.daybridge.records.outsideprovider.OutsideProvider;
import org.daybridge.records.register.store.JdbiRegister;
import org.daybridge.records.signing.store.StateJson;
import org.jdbi.v3.core.Jdbi;

@Singleton
class JdbiOutsideProviders extends JdbiRegister<OutsideProvider> {

  JdbiOutsideProviders(Jdbi jdbi, StateJson json, Clock clock) {
    super(
        jdbi,
        json,
        clock,
        new Shelf<>("outside_provider", "outside-provider", OutsideProvider.class));
  }
}
