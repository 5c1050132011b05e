package org.daybridge.scheduling.session;

import java.util.Collection;
import java.util.Optional;
import org.daybridge.contract.scheduling.SessionId;

/** The sessions on the calendar. Nobody and no room is in two of them at once. */
public interface Sessions {
  /** The session, locked until the transaction ends. */
  Session require(SessionId id);

  /** The session as it is, unlocked. */
  Session look(SessionId id);

  void add(Session session);

  void save(Session session);

  /**
   * Takes these sessions and their seats off the calendar until the transaction gives each a new
   * time: they may then change places with each other.
   */
  void lift(Collection<SessionId> ids);

  /** The rule that a session at this time would break because somebody or the room is taken. */
  Optional<String> clash(SessionPlan plan, Optional<SessionId> butFor);
}
