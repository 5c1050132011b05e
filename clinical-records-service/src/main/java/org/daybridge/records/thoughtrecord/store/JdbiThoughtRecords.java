package org.daybridge.records.thoughtrecord.store;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.daybridge.records.register.store.JdbiRegister;
import org.daybridge.records.signing.store.StateJson;
import org.daybridge.records.thoughtrecord.ThoughtRecord;
import org.jdbi.v3.core.Jdbi;

@Singleton
class JdbiThoughtRecords extends JdbiRegister<ThoughtRecord> {

  JdbiThoughtRecords(Jdbi jdbi, StateJson json, Clock clock) {
    super(jdbi, json, clock, new Shelf<>("thought_record", "thought-record", ThoughtRecord.class));
  }
}
