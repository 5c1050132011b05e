package org.daybridge.scheduling.series.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "series")
class SeriesRow extends PanacheEntityBase {
  @Id
  @Column(name = "series_id")
  UUID id;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "track_code")
  @Nullable String trackCode;

  @Column(name = "slot_key")
  @Nullable String slotKey;

  @JdbcTypeCode(SqlTypes.JSON)
  String pattern;

  @Column(name = "site_id")
  UUID siteId;

  @Column(name = "begins_on")
  LocalDate beginsOn;

  @Column(name = "ended_on")
  @Nullable LocalDate endedOn;

  @Column(name = "generated_to")
  Instant generatedTo;

  @Version long version;
}
