package org.daybridge.intake.program;

import java.util.List;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.contract.scheduling.SiteId;

/**
 * The part of a program for one population at one level of care. Its instrument decides how the
 * level of care is determined; its population whether the records are substance-use records (42 CFR
 * 2.11).
 */
public record Track(
    TrackId id,
    ProgramId program,
    String code,
    String name,
    Population population,
    LevelOfCare levelOfCare,
    String scheduleModel,
    Instrument instrument,
    int plannedWeeks,
    List<SiteId> sites,
    boolean active) {

  /**
   * How the level of care is determined: ASAM ratings, or the LOCUS composite as an entered score.
   */
  public enum Instrument {
    ASAM_4,
    LOCUS
  }

  public Track {
    sites = List.copyOf(sites);
  }
}
