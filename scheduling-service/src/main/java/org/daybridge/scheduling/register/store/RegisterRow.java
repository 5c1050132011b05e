package org.daybridge.scheduling.register.store;

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
@Table(name = "register_entry")
class RegisterRow extends PanacheEntityBase {
  @Id
  @Column(name = "entry_id")
  UUID id;

  @Column(name = "organization_id")
  UUID organizationId;

  String kind;
  String code;

  @JdbcTypeCode(SqlTypes.JSON)
  String content;

  @Version long version;
}
