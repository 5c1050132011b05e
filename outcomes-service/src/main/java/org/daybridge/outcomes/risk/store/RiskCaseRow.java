package org.daybridge.outcomes.risk.store;

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
@Table(name = "risk_case")
class RiskCaseRow extends PanacheEntityBase {
  @Id
  @Column(name = "risk_case_id")
  UUID id;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "patient_id")
  UUID patientId;

  int labels;

  @Column(name = "episode_id")
  @Nullable UUID episodeId;

  String level;
  String state;

  @Column(name = "opened_at")
  Instant openedAt;

  @Column(name = "due_at")
  @Nullable Instant dueAt;

  @Column(name = "closed_at")
  @Nullable Instant closedAt;

  UUID[] addressees;

  @JdbcTypeCode(SqlTypes.JSON)
  String answers;

  @JdbcTypeCode(SqlTypes.JSON)
  String detail;

  @Version long version;
}
