package org.daybridge.records.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What there is outside the program. */
public interface ResourceDirectory {

  enum Kind {
    MUTUAL_HELP,
    FAMILY_SUPPORT,
    CRISIS,
    HOUSING,
    EMPLOYMENT,
    MEDICAL,
    LEGAL
  }

  /** One offer; without a day it is open as its words say. {@code language} is a BCP 47 tag. */
  record Offer(
      UUID id,
      Kind kind,
      String name,
      String place,
      String address,
      boolean online,
      @Nullable DayOfWeek day,
      @Nullable LocalTime startsAt,
      String language,
      String phone,
      LocalDate verifiedOn,
      boolean active) {}

  /** What is looked for; what is null does not matter. */
  record Wanted(
      @Nullable Kind kind,
      @Nullable String place,
      @Nullable DayOfWeek day,
      @Nullable String language) {}

  /** Writes an offer, new or known. */
  void put(Offer offer);

  /** Active offers in or online for the place, by day and time; two hundred at most. */
  List<Offer> find(Wanted wanted);
}
