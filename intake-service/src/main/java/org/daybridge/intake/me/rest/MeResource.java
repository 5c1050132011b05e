package org.daybridge.intake.me.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.AccessMatrix;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Jdbi;

/** Who am I: for a front end, right after sign-in. */
@Path("/api/intake/v1/me")
@UnitOfWork
@RunOnVirtualThread
public class MeResource {
  private final Jdbi jdbi;

  MeResource(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The person behind the token: roles, whom the person acts for, zone, locale and permissions. */
  public record Me(
      UUID principalId,
      Caller.Kind kind,
      Set<String> roles,
      List<UUID> actsFor,
      String zone,
      String locale,
      Set<String> permissions) {}

  @GET
  @PermissionsAllowed("me:read")
  public Me read() {
    Caller caller = Callers.current();
    AuditTrail.read("Account", caller.principalId(), null);
    return new Me(
        caller.principalId(),
        caller.kind(),
        new TreeSet<>(caller.roles()),
        actsFor(caller),
        zone(),
        "en-US",
        new TreeSet<>(AccessMatrix.get().permissionsOf(caller.roles())));
  }

  private List<UUID> actsFor(Caller caller) {
    return switch (caller.kind()) {
      case PATIENT -> List.of(caller.principalId());
      case PROXY ->
          jdbi.withHandle(
              handle ->
                  handle
                      .createQuery(
                          "select distinct patient_id from access_grant where principal_id = :me and kind = 'PROXY'"
                              + " and (valid_to is null or valid_to > clock_timestamp()) limit 50")
                      .bind("me", caller.principalId())
                      .mapTo(UUID.class)
                      .list());
      case STAFF, CLIENT, SERVICE -> List.of();
    };
  }

  private String zone() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select zone from site where active order by code limit 1")
                .mapTo(String.class)
                .findOne()
                .orElse("UTC"));
  }
}
