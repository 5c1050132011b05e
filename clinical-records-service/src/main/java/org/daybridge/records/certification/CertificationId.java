package org.daybridge.records.certification;

import java.util.UUID;
import org.daybridge.contract.Id;

public record CertificationId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
