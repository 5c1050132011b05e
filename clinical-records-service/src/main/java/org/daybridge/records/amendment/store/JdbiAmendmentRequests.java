package org.daybridge.records.amendment.store;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.daybridge.records.amendment.AmendmentRequest;
import org.daybridge.records.register.store.JdbiRegister;
import org.daybridge.records.signing.store.StateJson;
import org.jdbi.v3.core.Jdbi;

@Singleton
class JdbiAmendmentRequests extends JdbiRegister<AmendmentRequest> {

  JdbiAmendmentRequests(Jdbi jdbi, StateJson json, Clock clock) {
    super(
        jdbi,
        json,
        clock,
        new Shelf<>("amendment_request", "amendment-request", AmendmentRequest.class));
  }
}
