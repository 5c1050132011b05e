package org.daybridge.medication.response;

import java.time.LocalDate;
import java.util.Optional;

/** The published change rules as they hold on a day. */
public interface ChangeRules {
  Optional<ChangeRule> of(String instrument, LocalDate day);
}
