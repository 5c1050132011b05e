package org.daybridge.medication.prescriber.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.prescriber.Authorities;
import org.daybridge.medication.prescriber.Authority;
import org.daybridge.medication.prescriber.Authority.License;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiAuthorities implements Authorities {
  private static final String DIVIDER = "|";

  private final Jdbi jdbi;

  JdbiAuthorities(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<Authority> find(UUID staffId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select active, licenses from prescriber_authority where staff_id = :staff")
                .bind("staff", staffId)
                .map(
                    (row, _) ->
                        new Authority(
                            staffId,
                            row.getBoolean("active"),
                            licenses((String[]) row.getArray("licenses").getArray())))
                .findOne());
  }

  @Override
  public void keep(Authority authority) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into prescriber_authority (staff_id, organization_id, active, licenses)"
                        + " values (:staff, :organization, :active, :licenses)"
                        + " on conflict (staff_id) do update set active = excluded.active,"
                        + " licenses = excluded.licenses")
                .bind("staff", authority.staffId())
                .bind("organization", Callers.current().organizationId())
                .bind("active", authority.active())
                .bindArray(
                    "licenses",
                    String.class,
                    authority.licenses().stream().map(JdbiAuthorities::written).toArray())
                .execute());
  }

  private static String written(License license) {
    return String.join(DIVIDER, license.type(), license.state(), license.expiresOn().toString());
  }

  private static List<License> licenses(String[] rows) {
    var licenses = new ArrayList<License>();
    for (var row : rows) {
      var parts = row.split("\\|", -1);
      licenses.add(new License(parts[0], parts[1], LocalDate.parse(parts[2])));
    }
    return licenses;
  }
}
