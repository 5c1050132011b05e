package org.daybridge.kit.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.kit.trial.Remarks;
import org.daybridge.kit.trial.Trial;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call leaves a row; nobody can take one away unseen. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class AuditTest {
  private static final String REMARKS = "/api/kit/v1/remarks/";

  @Inject Remarks remarks;
  @Inject Jdbi jdbi;

  private final UUID therapist = Ids.next();
  private final UUID patient = Ids.next();
  private final UUID request = UUID.randomUUID();

  @Test
  void aReadLeavesARowThatNamesThePatient() {
    UUID remark = remark();
    TestGrants.careTeam(therapist, patient);
    get("therapist", remark).statusCode(200).header("X-Request-Id", request.toString());
    assertThat(
            rows(
                "actor = ? and patient_id = ? and action = 'R' and outcome = 0"
                    + " and operation = 'RemarkResource.read' and actor_roles = 'therapist'",
                therapist,
                patient))
        .isOne();
  }

  @Test
  void whatIsNotVisibleIsRecordedAsDenied() {
    UUID remark = remark();
    get("therapist", remark).statusCode(404);
    assertThat(rows("actor = ? and outcome = 4 and details like ?", therapist, "%" + remark + "%"))
        .isOne();
  }

  @Test
  void whatTheRoleMayNotIsRecordedAsDenied() {
    get("biller", remark()).statusCode(403);
    assertThat(rows("actor = ? and outcome = 4 and operation = 'RemarkResource.read'", therapist))
        .isOne();
  }

  @Test
  void aDenialWithAnUnreadablePurposeIsADenialAllTheSame() {
    given()
        .auth()
        .oauth2(Tokens.staff("biller", therapist))
        .header("X-Purpose-Of-Use", "CURIOSITY")
        .get(REMARKS + Ids.next())
        .then()
        .statusCode(403);
  }

  @Test
  void whatARuleRefusedIsRecordedAsRefused() {
    TestGrants.careTeam(therapist, patient);
    given()
        .auth()
        .oauth2(Tokens.staff("therapist", therapist))
        .header("X-Request-Id", request.toString())
        .contentType("application/json")
        .body(
            Map.of(
                "patientId",
                patient,
                "code",
                "same",
                "kind",
                "PLAIN",
                "madeOn",
                "2026-01-01",
                "wording",
                "same"))
        .post(REMARKS)
        .then()
        .statusCode(422);
    assertThat(rows("actor = ? and outcome = 8 and operation = 'RemarkResource.add'", therapist))
        .isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_event set details = ''",
        "delete from audit_event",
        "truncate audit_event",
        "select * from audit_event",
        "update audit_block set n = 0",
        "delete from audit_block"
      })
  void theApplicationCanOnlyAdd(String statement) {
    assertThatThrownBy(
            () -> Trial.as(Trial.service(), () -> jdbi.withHandle(h -> h.execute(statement))))
        .hasMessageContaining("permission denied");
  }

  @Test
  void rowsAreSealedAndTamperingIsFound() throws SQLException {
    long row = sealed();
    assertThat(sealed()).isGreaterThan(row);
    assertThat(broken("")).isZero();
    assertThat(broken("update audit_event set details = 'x' where id = " + row)).isPositive();
    assertThat(broken("update audit_event set actor = gen_random_uuid() where id = " + row))
        .isPositive();
    assertThat(broken("delete from audit_event where id = " + row)).isPositive();
    assertThat(broken("delete from audit_block where block = 1")).isPositive();
    assertThat(broken("update audit_block set hash = sha256('x') where block = 1")).isPositive();
    assertThat(
            broken(
                "update audit_event set details = 'x', row_hash = audit_hash(audit_event)"
                    + " where id = "
                    + row))
        .isPositive();
  }

  /** Leaves a row and waits until it is sealed. */
  private long sealed() {
    get("therapist", remark()).statusCode(404);
    long row = Trial.number("select max(id) from audit_event where request_id = ?", request);
    Trial.await()
        .untilAsserted(
            () ->
                assertThat(Trial.number("select count(*) from audit_block where last_id >= ?", row))
                    .isPositive());
    return row;
  }

  /** The first broken block after a tampering that is taken back; 0 when all is whole. */
  private static long broken(String tampering) throws SQLException {
    try (Connection connection = TestPlatform.superuser();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      if (!tampering.isEmpty()) {
        assertThat(statement.executeUpdate(tampering)).isPositive();
      }
      try (ResultSet answer =
          statement.executeQuery("select coalesce(audit_first_broken_block(), 0)")) {
        answer.next();
        return answer.getLong(1);
      } finally {
        connection.rollback();
      }
    }
  }

  private io.restassured.response.ValidatableResponse get(String role, UUID remark) {
    return given()
        .auth()
        .oauth2(Tokens.staff(role, therapist))
        .header("X-Request-Id", request.toString())
        .get(REMARKS + remark)
        .then();
  }

  private long rows(String where, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = request;
    System.arraycopy(values, 0, all, 1, values.length);
    return Trial.number("select count(*) from audit_event where request_id = ? and " + where, all);
  }

  private UUID remark() {
    return Trial.as(
        Trial.service(),
        () ->
            remarks.add(
                patient,
                Labels.MENTAL,
                Ids.next().toString(),
                Remarks.Kind.PLAIN,
                LocalDate.EPOCH,
                "seen"));
  }
}
