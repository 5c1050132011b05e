package org.daybridge.outcomes.followup.store;

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
@Table(name = "follow_up")
class FollowUpRow extends PanacheEntityBase {
  @Id
  @Column(name = "follow_up_id")
  UUID id;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "patient_id")
  UUID patientId;

  int labels;

  @Column(name = "episode_id")
  UUID episodeId;

  int day;

  @Column(name = "due_on")
  LocalDate dueOn;

  String state;

  @JdbcTypeCode(SqlTypes.JSON)
  String attempts;

  @Column(name = "settled_at")
  @Nullable Instant settledAt;

  @Version long version;
}
