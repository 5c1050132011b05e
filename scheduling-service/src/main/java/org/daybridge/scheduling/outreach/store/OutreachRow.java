package org.daybridge.scheduling.outreach.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "outreach")
class OutreachRow extends PanacheEntityBase {
  @Id
  @Column(name = "outreach_id")
  UUID id;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "patient_id")
  UUID patientId;

  int labels;

  @Column(name = "session_id")
  UUID sessionId;

  @Column(name = "opened_at")
  Instant openedAt;

  boolean urgent;

  @JdbcTypeCode(SqlTypes.JSON)
  String attempts;

  @Column(name = "contacted_at")
  @Nullable Instant contactedAt;

  @Nullable String outcome;

  @Column(name = "closed_at")
  @Nullable Instant closedAt;

  @Version long version;
}
