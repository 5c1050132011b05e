package org.daybridge.intake.authorization;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;

/** Calls with reviewers that the caller can see, each with its appeals. */
public interface ReviewCalls {
  void add(ReviewCall call);

  ReviewCall require(UUID id);

  /** The newest first, at most two hundred. */
  List<ReviewCall> of(EpisodeId episode);

  void addAppeal(ReviewCall call, ReviewCall.Appeal appeal);

  /** Decides an open appeal; false when it is not open. */
  boolean decide(UUID call, int level, boolean upheld, LocalDate on);
}
