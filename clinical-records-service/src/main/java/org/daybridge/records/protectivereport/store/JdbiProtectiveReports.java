package org.daybridge.records.protectivereport.store;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.daybridge.records.protectivereport.ProtectiveReport;
import org.daybridge.records.register.store.JdbiRegister;
import org.daybridge.records.signing.store.StateJson;
import org.jdbi.v3.core.Jdbi;

@Singleton
class JdbiProtectiveReports extends JdbiRegister<ProtectiveReport> {

  JdbiProtectiveReports(Jdbi jdbi, StateJson json, Clock clock) {
    super(
        jdbi,
        json,
        clock,
        new Shelf<>("protective_report", "protective-report", ProtectiveReport.class));
  }
}
