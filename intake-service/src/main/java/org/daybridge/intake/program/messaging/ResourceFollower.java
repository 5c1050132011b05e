package org.daybridge.intake.program.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.scheduling.SchedulingEvent.SiteChanged;
import org.daybridge.contract.scheduling.SchedulingEvent.SiteOpened;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffChanged;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffRegistered;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps what intake must know of sites and staff. */
@ApplicationScoped
class ResourceFollower implements Follower {
  private final Jdbi jdbi;

  ResourceFollower(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(SiteOpened.class, SiteChanged.class, StaffRegistered.class, StaffChanged.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    switch (event) {
      case SiteOpened(var id, var code, var zone, var active) ->
          site(id.value(), code, zone, active);
      case SiteChanged(var id, var code, var zone, var active) ->
          site(id.value(), code, zone, active);
      case StaffRegistered(var id, var discipline, var roles, _, var supervisor, var active) ->
          staff(id, discipline, roles, supervisor, active);
      case StaffChanged(var id, var discipline, var roles, _, var supervisor, var active) ->
          staff(id, discipline, roles, supervisor, active);
      default -> throw new IllegalArgumentException("Not followed: " + envelope.type());
    }
  }

  private void site(UUID id, String code, String zone, boolean active) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into site (site_id, organization_id, code, zone, active) values (:id, :org, :code, :zone, :active)"
                        + " on conflict (site_id) do update set code = excluded.code, zone = excluded.zone,"
                        + " active = excluded.active")
                .bind("id", id)
                .bind("org", Callers.current().organizationId())
                .bind("code", code)
                .bind("zone", zone)
                .bind("active", active)
                .execute());
  }

  private void staff(
      StaffId id,
      String discipline,
      Set<String> roles,
      @Nullable StaffId supervisor,
      boolean active) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into staff_member (staff_id, organization_id, discipline, roles, supervisor_id, active)"
                        + " values (:id, :org, :discipline, :roles, :supervisor, :active)"
                        + " on conflict (staff_id) do update set discipline = excluded.discipline,"
                        + " roles = excluded.roles, supervisor_id = excluded.supervisor_id, active = excluded.active")
                .bind("id", id)
                .bind("org", Callers.current().organizationId())
                .bind("discipline", discipline)
                .bind("roles", roles.toArray(String[]::new))
                .bindByType(
                    "supervisor", supervisor == null ? null : supervisor.value(), UUID.class)
                .bind("active", active)
                .execute());
  }
}
