package org.daybridge.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The answers that were given under an Idempotency-Key, in the transaction of their writes. */
@ApplicationScoped
class KeptAnswers {
  private final Jdbi jdbi;

  KeptAnswers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Kept(
      byte[] hash,
      UUID requestId,
      @Nullable UUID patientId,
      int status,
      String headers,
      @Nullable String body) {}

  /** Whether this transaction is the only one that works under the key. */
  boolean lock(Idempotency.Claim claim) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 7))")
                .bind("key", claim.principal() + claim.endpoint() + claim.key())
                .mapTo(Boolean.class)
                .one());
  }

  Optional<Kept> find(Idempotency.Claim claim) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select request_hash, request_id, patient_id, status, headers, body from"
                        + " idempotency where principal_id = :principal and endpoint = :endpoint"
                        + " and idempotency_key = :key")
                .bind("principal", claim.principal())
                .bind("endpoint", claim.endpoint())
                .bind("key", claim.key())
                .map(
                    (row, _) ->
                        new Kept(
                            row.getBytes("request_hash"),
                            row.getObject("request_id", UUID.class),
                            row.getObject("patient_id", UUID.class),
                            row.getInt("status"),
                            row.getString("headers"),
                            row.getString("body")))
                .findOne());
  }

  void add(Idempotency.Claim claim, Kept answer) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into idempotency (organization_id, principal_id, endpoint,"
                        + " idempotency_key, request_hash, request_id, patient_id, status, headers,"
                        + " body) values (:org, :principal, :endpoint, :key, :hash, :request,"
                        + " :patient, :status, :headers, :body)")
                .bind("org", claim.organization())
                .bind("principal", claim.principal())
                .bind("endpoint", claim.endpoint())
                .bind("key", claim.key())
                .bind("hash", answer.hash())
                .bind("request", answer.requestId())
                .bindByType("patient", answer.patientId(), UUID.class)
                .bind("status", answer.status())
                .bind("headers", answer.headers())
                .bindByType("body", answer.body(), String.class)
                .execute());
  }
}
