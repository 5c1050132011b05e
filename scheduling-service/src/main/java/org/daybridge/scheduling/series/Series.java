package org.daybridge.scheduling.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.daybridge.contract.scheduling.SeriesId;
import org.daybridge.contract.scheduling.SiteId;

/**
 * Sessions that repeat. A series begins, is put on the calendar some weeks ahead, again and again,
 * and ends on a day; what comes after a change is a new series.
 *
 * @param track whose members attend, for a slot of a template
 * @param slotKey which slot of the template it is
 * @param generatedTo up to when its sessions are on the calendar
 */
public record Series(
    SeriesId id,
    Optional<String> track,
    Optional<String> slotKey,
    SeriesPattern pattern,
    SiteId site,
    LocalDate beginsOn,
    Optional<LocalDate> endedOn,
    Instant generatedTo) {

  public Series generatedTo(Instant to) {
    return new Series(id, track, slotKey, pattern, site, beginsOn, endedOn, to);
  }

  public Series endedOn(LocalDate day) {
    LocalDate end = day.isBefore(beginsOn) ? beginsOn : day;
    return new Series(id, track, slotKey, pattern, site, beginsOn, Optional.of(end), generatedTo);
  }
}
