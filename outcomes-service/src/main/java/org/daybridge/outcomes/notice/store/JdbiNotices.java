package org.daybridge.outcomes.notice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.kit.crypto.FieldCipher;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Callers;
import org.daybridge.outcomes.notice.Notice;
import org.daybridge.outcomes.notice.NoticeTarget;
import org.daybridge.outcomes.notice.Notices;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Targets and notices as rows; secrets are encrypted. */
@ApplicationScoped
class JdbiNotices implements Notices {
  private final Jdbi jdbi;
  private final FieldCipher cipher;
  private final Clock clock;

  JdbiNotices(Jdbi jdbi, FieldCipher cipher, Clock clock) {
    this.jdbi = jdbi;
    this.cipher = cipher;
    this.clock = clock;
  }

  private static String context(UUID target) {
    return "notice_target.secret." + target;
  }

  @Override
  public void add(NoticeTarget target, String secret) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into notice_target (target_id, organization_id, name, url, secret, active,"
                        + " entered_by, entered_at) values (:id, :org, :name, :url, :secret, true, :by, :now)")
                .bind("id", target.id())
                .bind("org", Callers.current().organizationId())
                .bind("name", target.name())
                .bind("url", target.url().toString())
                .bind("secret", cipher.encrypt(secret, context(target.id())))
                .bind("by", Callers.current().principalId())
                .bind("now", clock.instant())
                .execute());
  }

  @Override
  public List<NoticeTarget> targets() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from notice_target order by name, target_id limit 200")
                .map((row, _) -> target(row))
                .list());
  }

  @Override
  public Optional<NoticeTarget> target(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from notice_target where target_id = :id")
                .bind("id", id)
                .map((row, _) -> target(row))
                .findOne());
  }

  @Override
  public void deactivate(UUID id) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("update notice_target set active = false where target_id = :id")
                .bind("id", id)
                .execute());
  }

  @Override
  public int raise(Notice.Kind kind, @Nullable UUID riskCase, Instant at, Optional<UUID> target) {
    List<UUID> targets =
        target
            .map(List::of)
            .orElseGet(
                () ->
                    targets().stream().filter(NoticeTarget::active).map(NoticeTarget::id).toList());
    jdbi.useHandle(
        handle -> {
          for (UUID one : targets) {
            handle
                .createUpdate(
                    "insert into notice (notice_id, organization_id, target_id, case_id, raised_at, state,"
                        + " next_try_at, kind) values (:id, :org, :target, :case, :at, 'PENDING', :at,"
                        + " :kind)")
                .bind("id", Ids.next())
                .bind("org", Callers.current().organizationId())
                .bind("target", one)
                .bind("kind", kind.name())
                .bindByType("case", riskCase, UUID.class)
                .bind("at", at)
                .execute();
          }
        });
    return targets.size();
  }

  @Override
  public List<Due> take(Instant now, Duration lease, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "update notice n set next_try_at = :until, attempts = attempts + 1"
                        + " from notice_target t where t.target_id = n.target_id and n.notice_id in"
                        + " (select notice_id from notice where state = 'PENDING' and next_try_at <= :now"
                        + " order by next_try_at limit :most for update skip locked)"
                        + " returning n.notice_id, n.case_id, n.raised_at, n.attempts, t.target_id, t.url,"
                        + " coalesce(n.kind, case when n.case_id is null then 'TRIAL' else 'ALARM' end)"
                        + " as kind")
                .bind("now", now)
                .bind("until", now.plus(lease))
                .bind("most", most)
                .map(
                    (row, _) ->
                        new Due(
                            row.getObject("notice_id", UUID.class),
                            Notice.Kind.valueOf(row.getString("kind")),
                            row.getObject("case_id", UUID.class),
                            instant(row, "raised_at"),
                            row.getInt("attempts"),
                            row.getObject("target_id", UUID.class),
                            URI.create(row.getString("url"))))
                .list());
  }

  @Override
  public Optional<String> secret(UUID target) {
    byte[] sealed =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select secret from notice_target where target_id = :id")
                    .bind("id", target)
                    .mapTo(byte[].class)
                    .one());
    try {
      return Optional.of(cipher.decrypt(sealed, context(target)));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  @Override
  public void delivered(UUID notice, String answer, Instant now) {
    settle(notice, "DELIVERED", answer, now);
  }

  @Override
  public void failed(UUID notice, String answer, Instant now) {
    settle(notice, "FAILED", answer, now);
  }

  private void settle(UUID notice, String state, String answer, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update notice set state = :state, answer = :answer, settled_at = :now"
                        + " where notice_id = :id and state = 'PENDING'")
                .bind("state", state)
                .bind("answer", answer)
                .bind("now", now)
                .bind("id", notice)
                .execute());
  }

  @Override
  public void again(UUID notice, String answer, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update notice set answer = :answer, next_try_at = :at"
                        + " where notice_id = :id and state = 'PENDING'")
                .bind("answer", answer)
                .bind("at", at)
                .bind("id", notice)
                .execute());
  }

  @Override
  public boolean allFailed(UUID riskCase, Instant raisedAt) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select bool_and(state = 'FAILED') from notice"
                        + " where case_id = :case and raised_at = :at")
                .bind("case", riskCase)
                .bind("at", raisedAt)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public List<Notice> of(UUID riskCase) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from notice where case_id = :case"
                        + " order by raised_at desc, notice_id limit 200")
                .bind("case", riskCase)
                .map((row, _) -> notice(row))
                .list());
  }

  private static NoticeTarget target(ResultSet row) throws SQLException {
    return new NoticeTarget(
        row.getObject("target_id", UUID.class),
        row.getString("name"),
        URI.create(row.getString("url")),
        row.getBoolean("active"));
  }

  private static Notice notice(ResultSet row) throws SQLException {
    OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
    return new Notice(
        row.getObject("notice_id", UUID.class),
        row.getObject("target_id", UUID.class),
        row.getObject("case_id", UUID.class),
        instant(row, "raised_at"),
        Notice.State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getString("answer"),
        settled == null ? null : settled.toInstant());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
