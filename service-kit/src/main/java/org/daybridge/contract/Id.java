package org.daybridge.contract;

import java.util.UUID;

/**
 * The identity of one thing, as a UUIDv7. Each kind of thing has its own record, so that a
 * patient's id can't be passed where a session's is meant; on the wire all of them are the bare
 * UUID.
 */
public interface Id {
  UUID value();
}
