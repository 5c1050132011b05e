package org.daybridge.outcomes.instrument.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.daybridge.outcomes.instrument.Instruments;

/** The registry as one bean, read once. */
@ApplicationScoped
class InstrumentRegistry {

  @Produces
  @Singleton
  Instruments instruments() {
    return InstrumentFiles.load();
  }
}
