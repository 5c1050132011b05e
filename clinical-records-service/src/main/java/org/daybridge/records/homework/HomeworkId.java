package org.daybridge.records.homework;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of one assignment. */
public record HomeworkId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
