package org.daybridge.scheduling.series.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "track_template")
class TemplateRow extends PanacheEntityBase {
  @Id
  @Column(name = "template_id")
  UUID id;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "track_code")
  String trackCode;

  @JdbcTypeCode(SqlTypes.JSON)
  String content;

  @Version long version;
}
