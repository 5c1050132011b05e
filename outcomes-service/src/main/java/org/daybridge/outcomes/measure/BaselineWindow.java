package org.daybridge.outcomes.measure;

import java.time.Instant;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.outcomes.episode.Episode;

/** Days around the admission in which the first value is the baseline. To is exclusive. */
public record BaselineWindow(Instant from, Instant to) {

  public static BaselineWindow of(Episode episode, RulePack rules) {
    int days = rules.number("baseline-window-days");
    return new BaselineWindow(
        episode.admittedOn().minusDays(days).atStartOfDay(episode.zone()).toInstant(),
        episode.admittedOn().plusDays(days + 1L).atStartOfDay(episode.zone()).toInstant());
  }
}
