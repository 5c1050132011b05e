package org.daybridge.records.staff.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.signing.Credentials;
import org.daybridge.records.signing.store.StateJson;
import org.daybridge.records.staff.StaffRegister;
import org.jdbi.v3.core.Jdbi;

/** Projection of scheduling's staff. */
@ApplicationScoped
class JdbiStaffRegister implements StaffRegister {

  private final Jdbi jdbi;
  private final StateJson json;

  JdbiStaffRegister(Jdbi jdbi, StateJson json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  @Override
  public void save(Member member) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into staff_member (staff_id, organization_id, discipline, roles,"
                        + " licenses, supervisor_id, active) values (:id, :org, :discipline,"
                        + " :roles, cast(:licenses as jsonb), :supervisor, :active) on conflict"
                        + " (staff_id) do update set discipline = excluded.discipline,"
                        + " roles = excluded.roles, licenses = excluded.licenses,"
                        + " supervisor_id = excluded.supervisor_id, active = excluded.active")
                .bind("id", member.id().value())
                .bind("org", Callers.current().organizationId())
                .bind("discipline", member.discipline())
                .bindArray("roles", String.class, List.copyOf(member.roles()))
                .bind("licenses", json.write(member.credentials().licenses()))
                .bindByType(
                    "supervisor", member.supervisor().map(StaffId::value).orElse(null), UUID.class)
                .bind("active", member.active())
                .execute());
  }

  @Override
  public Optional<Member> find(StaffId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from staff_member where staff_id = :id")
                .bind("id", id.value())
                .map((row, _) -> member(row))
                .findOne());
  }

  private Member member(ResultSet row) throws SQLException {
    var discipline = row.getString("discipline");
    var licenses = json.read(row.getString("licenses"), Credentials.License[].class);
    var supervisor = row.getObject("supervisor_id", UUID.class);
    return new Member(
        new StaffId(row.getObject("staff_id", UUID.class)),
        discipline,
        Set.copyOf(Arrays.asList((String[]) row.getArray("roles").getArray())),
        new Credentials(discipline, List.of(licenses)),
        Optional.ofNullable(supervisor).map(StaffId::new),
        row.getBoolean("active"));
  }
}
