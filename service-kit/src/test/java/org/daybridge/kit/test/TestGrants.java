package org.daybridge.kit.test;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.GrantKind;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Labels;

/** Accounts and grants as the projections would hold them after the events came. */
public final class TestGrants {
  /** The one organization of the tests. */
  public static final UUID ORGANIZATION = UUID.fromString("01900000-0000-7000-8000-000000000001");

  private TestGrants() {}

  /** The staff member may treat the patient: everything but sealed notes, reading and writing. */
  public static void careTeam(UUID staffId, UUID patientId) {
    grant(staffId, patientId, GrantKind.CARE_TEAM, "TREAT", Labels.ALL_BUT_SEALED, true);
  }

  /** The patient sees the own record. */
  public static void self(UUID patientId) {
    grant(patientId, patientId, GrantKind.SELF, "PATRQT", Labels.ALL_BUT_SEALED, true);
  }

  public static void grant(
      UUID principal, UUID patient, GrantKind kind, String purpose, int labels, boolean canWrite) {
    run(
        "insert into access_grant (grant_id, organization_id, principal_id, patient_id, kind, purpose,"
            + " allowed_labels, can_write, valid_from) values (?, ?, ?, ?, ?, ?, ?, ?, '2000-01-01')",
        Ids.next(),
        ORGANIZATION,
        principal,
        patient,
        kind.name(),
        purpose,
        labels,
        canWrite);
  }

  static void account(String subject, Caller.Kind kind, UUID principal, Set<String> roles) {
    run(
        "insert into account (account_id, organization_id, subject, principal_id, kind, roles, active)"
            + " values (?, ?, ?, ?, ?, string_to_array(?, ' '), true) on conflict (subject) do nothing",
        Ids.next(),
        ORGANIZATION,
        subject,
        principal,
        kind.name(),
        String.join(" ", roles));
  }

  private static void run(String sql, Object... values) {
    try (Connection connection = TestPlatform.superuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
