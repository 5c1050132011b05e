package org.daybridge.kit.identity;

import java.util.Set;
import java.util.UUID;

/**
 * Who is asking: the person or system behind a call, consumer or timer. {@code principalId} is the
 * staff member, patient or proxy that the token's subject is linked to. What {@code onlyReads} can
 * change nothing: the database holds its transactions to it.
 */
public record Caller(
    UUID principalId,
    Kind kind,
    Set<String> roles,
    UUID organizationId,
    String purpose,
    UUID requestId,
    String subject,
    boolean onlyReads) {

  /** What kind of principal calls. Only SERVICE works across patients without a grant. */
  public enum Kind {
    STAFF,
    PATIENT,
    PROXY,
    CLIENT,
    SERVICE
  }

  public Caller {
    roles = Set.copyOf(roles);
  }

  public boolean isStaff() {
    return kind == Kind.STAFF;
  }

  public boolean isPatient() {
    return kind == Kind.PATIENT;
  }

  public boolean hasRole(String role) {
    return roles.contains(role);
  }

  /** A service at work by itself: an event being followed, a timer that fires. */
  public static Caller service(String name, UUID organizationId, UUID requestId) {
    return new Caller(
        UUID.nameUUIDFromBytes(
            ("service:" + name).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        Kind.SERVICE,
        Set.of("service"),
        organizationId,
        "TREAT",
        requestId,
        name,
        false);
  }

  /** The same caller, held to reading, or not. */
  public Caller onlyReading(boolean only) {
    return only == onlyReads
        ? this
        : new Caller(principalId, kind, roles, organizationId, purpose, requestId, subject, only);
  }
}
