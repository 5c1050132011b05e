package org.daybridge.scheduling.weekplan.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The activities of the plan that are accepted; all of them if none are named. */
public record AcceptanceBody(
    @Nullable @Size(min = 1, max = 2000) List<@NotBlank @Size(max = 200) String> activities) {
  Optional<Set<String>> parts() {
    return Optional.ofNullable(activities).map(Set::copyOf);
  }
}
