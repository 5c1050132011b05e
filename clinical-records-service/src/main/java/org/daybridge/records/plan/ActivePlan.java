package org.daybridge.records.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A version that everybody signed, the day of its next review, and the reviews so far. */
public record ActivePlan(
    PlanDraft signed, Instant activatedAt, LocalDate reviewDueOn, List<PlanReview> reviews) {

  public ActivePlan {
    reviews = List.copyOf(reviews);
  }

  public int number() {
    return signed.number();
  }

  public PlanContent content() {
    return signed.content();
  }
}
