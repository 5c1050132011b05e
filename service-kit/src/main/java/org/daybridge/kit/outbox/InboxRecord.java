package org.daybridge.kit.outbox;

import org.jspecify.annotations.Nullable;

/** A record as it came from the broker. */
record InboxRecord(String topic, int partition, long offset, @Nullable String key, byte[] value) {}
