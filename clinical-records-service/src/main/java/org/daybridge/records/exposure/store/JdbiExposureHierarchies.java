package org.daybridge.records.exposure.store;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.daybridge.records.exposure.ExposureHierarchy;
import org.daybridge.records.register.store.JdbiRegister;
import org.daybridge.records.signing.store.StateJson;
import org.jdbi.v3.core.Jdbi;

@Singleton
class JdbiExposureHierarchies extends JdbiRegister<ExposureHierarchy> {

  JdbiExposureHierarchies(Jdbi jdbi, StateJson json, Clock clock) {
    super(
        jdbi,
        json,
        clock,
        new Shelf<>("exposure_hierarchy", "exposure-hierarchy", ExposureHierarchy.class));
  }
}
