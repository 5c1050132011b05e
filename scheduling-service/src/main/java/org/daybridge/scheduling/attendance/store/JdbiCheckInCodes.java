package org.daybridge.scheduling.attendance.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.attendance.CheckInCodes;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiCheckInCodes implements CheckInCodes {
  private static final int MOST_WRONG_TRIES = 50;

  private final Jdbi jdbi;

  JdbiCheckInCodes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void show(SessionId session, String code, Instant expiresAt) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into check_in_code (session_id, organization_id, code, expires_at)"
                        + " values (:session, :org, :code, :expires)"
                        + " on conflict (session_id) do update set code = excluded.code,"
                        + " expires_at = excluded.expires_at, wrong_tries = 0")
                .bind("session", session)
                .bind("org", Callers.current().organizationId())
                .bind("code", code)
                .bind("expires", expiresAt)
                .execute());
  }

  @Override
  public boolean fits(SessionId session, String code, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "update check_in_code set wrong_tries = wrong_tries + case when code = :code"
                        + " then 0 else 1 end where session_id = :session and expires_at > :now and"
                        + " wrong_tries < :most returning code = :code")
                .bind("session", session)
                .bind("code", code)
                .bind("now", now)
                .bind("most", MOST_WRONG_TRIES)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
  }
}
