package org.daybridge.records.groupnote;

import java.util.List;

/** Numbers of the rule pack: how alike is too alike, and from how many words text is judged. */
public record GateLimits(double similarity, int fromWords, int shingle, List<String> template) {

  public GateLimits {
    template = List.copyOf(template);
  }
}
