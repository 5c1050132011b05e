package org.daybridge.kit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The accounts as this service knows them. A look-up is remembered for a second, so that a
 * deactivation takes hold everywhere within two.
 */
@ApplicationScoped
public class Accounts {
  private static final Duration REMEMBERED = Duration.ofSeconds(1);

  private final Jdbi jdbi;
  private final Cache<String, Optional<Account>> remembered =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  Accounts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Nullable Optional<Account> ifRemembered(String subject) {
    return remembered.getIfPresent(subject);
  }

  Optional<Account> find(String subject) {
    Optional<Account> known = remembered.getIfPresent(subject);
    if (known == null) {
      known = read(subject);
      remembered.put(subject, known);
    }
    return known;
  }

  private Optional<Account> read(String subject) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select subject, organization_id, principal_id, kind, roles from account"
                        + " where subject = :subject and active")
                .bind("subject", subject)
                .map(
                    (row, _) ->
                        new Account(
                            row.getString("subject"),
                            row.getObject("organization_id", UUID.class),
                            row.getObject("principal_id", UUID.class),
                            Caller.Kind.valueOf(row.getString("kind")),
                            roles(row.getArray("roles"))))
                .findOne());
  }

  private static Set<String> roles(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }
}
