package org.daybridge.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.daybridge.local.LocalStack;
import org.daybridge.local.ServiceName;
import org.daybridge.local.StackOptions;
import org.daybridge.local.infrastructure.ReadyFile;
import org.daybridge.local.infrastructure.Secrets;
import org.daybridge.local.infrastructure.ServiceDatabases;
import org.daybridge.local.issuer.AccessTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A service is killed after its commit and before its reply reaches anybody: the same request with
 * the same key gets the one answer there is, and its effect is there once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostReplyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private LocalStack stack;

  @BeforeAll
  void startTheStack() throws IOException {
    StackOptions options = StackOptions.forTests(StackOptions.repository()).onRealTime();
    stack = LocalStack.start(options, System.out);
  }

  @AfterAll
  void stopTheStack() {
    stack.close();
  }

  @Test
  void theReplyThatWasLostIsGivenAgainAndNothingIsDoubled()
      throws IOException, InterruptedException, SQLException {
    String key = UUID.randomUUID().toString();
    String family = Clinic.familyName();
    String token =
        stack.token(AccessTokens.Wanted.of("reese-harlow", List.of("intake_coordinator")));
    try (Connection intake = intake()) {
      sendAndNeverRead(key, family, token, intake);
      stack.awaitReady(ServiceName.INTAKE);

      HttpResponse<String> again = send(key, family, token);

      assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
      assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
      UUID patient = UUID.fromString(new JsonObject(again.body()).getString("patientId"));
      assertThat(count(intake, "select count(*) from patient where family_name = ?", family))
          .isOne();
      assertThat(count(intake, "select count(*) from referral where patient_id = ?", patient))
          .isOne();
      assertThat(
              count(
                  intake,
                  "select count(*) from outbox where type = 'ReferralReceived' and key = ?",
                  patient))
          .isOne();
      await(
          intake,
          "select count(*) from outbox where type = 'ReferralReceived' and published_at is not null"
              + " and key = ?",
          patient);
    }
  }

  /** The client has sent all and reads nothing; the service dies as soon as its commit is seen. */
  private void sendAndNeverRead(String key, String family, String token, Connection intake)
      throws IOException, SQLException, InterruptedException {
    URI api = stack.api(ServiceName.INTAKE);
    byte[] body = referral(family).getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket(api.getHost(), api.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/intake/v1/referrals HTTP/1.1\r\nHost: intake\r\nAuthorization: Bearer "
                  + token
                  + "\r\nContent-Type: application/json\r\nIdempotency-Key: "
                  + key
                  + "\r\nContent-Length: "
                  + body.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      out.write(body);
      out.flush();
      await(intake, "select count(*) from idempotency where idempotency_key = ?", key);
      stack.kill(ServiceName.INTAKE);
    }
  }

  private HttpResponse<String> send(String key, String family, String token)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(stack.api(ServiceName.INTAKE).resolve("/api/intake/v1/referrals"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(referral(family)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String referral(String family) {
    return new JsonObject()
        .put(
            "person",
            new JsonObject()
                .put("familyName", family)
                .put("givenName", "Robin")
                .put("birthDate", "1988-02-29")
                .put("sex", "MALE")
                .put("discreetContact", false))
        .put("trackCode", "su-evening")
        .put("source", "SELF")
        .put("channel", "PHONE")
        .put("urgency", "ROUTINE")
        .encode();
  }

  private Connection intake() throws IOException, SQLException {
    ReadyFile ready = ReadyFile.ofRunning(stack.folder().infrastructureReady()).orElseThrow();
    String server = "jdbc:postgresql://localhost:" + ready.postgresPort() + "/postgres";
    return DriverManager.getConnection(
        ServiceDatabases.urlOf(server, ServiceName.INTAKE.database()),
        "postgres",
        Secrets.in(stack.folder().infrastructure()).superuser());
  }

  private static void await(Connection database, String question, Object about)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (count(database, question, about) == 0) {
      assertThat(System.nanoTime()).as(question).isLessThan(end);
      Thread.sleep(1);
    }
  }

  private static long count(Connection database, String question, Object about)
      throws SQLException {
    try (PreparedStatement query = database.prepareStatement(question)) {
      query.setObject(1, about);
      try (var found = query.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }
}
