package org.daybridge.kit.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.kit.trial.Remarks;
import org.daybridge.kit.trial.Trial;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Reads that run at the same time are audited in one commit, and each of them is. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class AuditGroupTest {
  private static final int READS = 40;

  @Inject AuditGroup group;
  @Inject Remarks remarks;
  @Inject Jdbi jdbi;

  private final UUID therapist = Ids.next();
  private final UUID patient = Ids.next();
  private final List<Thread> readers = new ArrayList<>();

  @Test
  void readsThatWaitForTheDiskAreCommittedTogether() throws SQLException {
    List<CompletableFuture<Void>> reads = new ArrayList<>();
    whileNobodyCanWrite(
        () -> {
          for (int i = 0; i < READS; i++) {
            reads.add(write("{}"));
          }
        });
    reads.forEach(CompletableFuture::join);
    assertThat(rows("count(*)")).isEqualTo(READS);
    assertThat(rows("count(distinct xmin::text)")).isLessThanOrEqualTo(3);
  }

  @Test
  void aRowThatTheDatabaseRefusesFailsAlone() throws SQLException {
    List<CompletableFuture<Void>> reads = new ArrayList<>();
    List<CompletableFuture<Void>> refused = new ArrayList<>();
    whileNobodyCanWrite(
        () -> {
          for (int i = 0; i < READS; i++) {
            reads.add(write("{}"));
          }
          refused.add(write("\u0000"));
        });
    reads.forEach(CompletableFuture::join);
    assertThatThrownBy(refused.getFirst()::join)
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("could not be audited");
    assertThat(rows("count(*)")).isEqualTo(READS);
  }

  @Test
  void withoutItsAuditRowAReadIsNotAnswered() {
    TestGrants.careTeam(therapist, patient);
    UUID remark = remark();
    assertThat(read(remark)).isEqualTo(200);
    Trial.change("revoke insert on audit_event from kit_app");
    try {
      assertThat(read(remark)).isGreaterThanOrEqualTo(500);
    } finally {
      Trial.change("grant insert on audit_event to kit_app");
    }
    assertThat(read(remark)).isEqualTo(200);
  }

  @Test
  void workThatOnlyReadsCanChangeNothing() {
    assertThatThrownBy(
            () ->
                Trial.as(
                    Trial.service().onlyReading(true),
                    () -> jdbi.withHandle(h -> h.execute("update account set active = active"))))
        .hasMessageContaining("read-only transaction");
  }

  /** Holds the table as a slow disk would, until the work below has queued up. */
  private void whileNobodyCanWrite(Runnable work) throws SQLException {
    try (Connection connection = TestPlatform.superuser();
        Statement lock = connection.createStatement()) {
      connection.setAutoCommit(false);
      lock.execute("lock table audit_event in exclusive mode");
      work.run();
      Trial.await().until(() -> readers.stream().allMatch(AuditGroupTest::waits));
      connection.rollback();
    }
  }

  private CompletableFuture<Void> write(String details) {
    CompletableFuture<Void> written = new CompletableFuture<>();
    AuditRow row =
        new AuditRow(
            Trial.staff(therapist),
            "AuditGroupTest.write",
            patient,
            AuditTrail.Action.READ,
            AuditLog.Outcome.DONE,
            details);
    Runnable reader =
        () -> {
          try {
            group.write(row);
            written.complete(null);
          } catch (RuntimeException e) {
            written.completeExceptionally(e);
          }
        };
    readers.add(Thread.ofVirtual().start(reader));
    return written;
  }

  private static boolean waits(Thread reader) {
    return reader.getState() == Thread.State.TIMED_WAITING;
  }

  private long rows(String what) {
    return Trial.number("select " + what + " from audit_event where actor = ?", therapist);
  }

  private int read(UUID remark) {
    return given()
        .auth()
        .oauth2(Tokens.staff("therapist", therapist))
        .get("/api/kit/v1/remarks/" + remark)
        .statusCode();
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
