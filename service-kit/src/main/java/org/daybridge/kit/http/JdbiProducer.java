package org.daybridge.kit.http;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.daybridge.contract.Id;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;

/** Straight SQL for reads: on the transaction's own connection, into view records. */
@ApplicationScoped
public class JdbiProducer {

  @Produces
  @Singleton
  Jdbi jdbi(AgroalDataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    jdbi.getConfig(Arguments.class).setUntypedNullArgument(new NullArgument(Types.NULL));
    jdbi.registerArgument(new Uuids());
    jdbi.registerArgument(new Ids());
    jdbi.registerArgument(new Instants());
    jdbi.registerArrayType(UUID.class, "uuid");
    jdbi.registerArrayType(String.class, "text");
    jdbi.registerArrayType(Long.class, "bigint");
    ColumnMapper<Instant> instants =
        (row, column, _) -> {
          OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
          return at == null ? null : at.toInstant();
        };
    jdbi.registerColumnMapper(Instant.class, instants);
    jdbi.registerColumnMapper(UUID.class, (row, column, _) -> row.getObject(column, UUID.class));
    return jdbi;
  }

  private static final class Uuids extends AbstractArgumentFactory<UUID> {
    Uuids() {
      super(Types.OTHER);
    }

    @Override
    protected Argument build(UUID id, ConfigRegistry config) {
      return (position, statement, _) -> statement.setObject(position, id);
    }
  }

  private static final class Ids extends AbstractArgumentFactory<Id> {
    Ids() {
      super(Types.OTHER);
    }

    @Override
    protected Argument build(Id id, ConfigRegistry config) {
      return (position, statement, _) -> statement.setObject(position, id.value());
    }
  }

  /** PostgreSQL keeps instants as timestamptz; the driver takes them as OffsetDateTime. */
  private static final class Instants extends AbstractArgumentFactory<Instant> {
    Instants() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant at, ConfigRegistry config) {
      return (position, statement, _) -> statement.setObject(position, at.atOffset(ZoneOffset.UTC));
    }
  }
}
