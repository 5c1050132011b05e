package org.daybridge.scheduling.weekplan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.scheduling.episode.Episode;
import org.daybridge.scheduling.ledger.HourBand.BandLimits;
import org.daybridge.scheduling.obligation.Obligation;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.Room;
import org.daybridge.scheduling.register.SessionType;
import org.daybridge.scheduling.register.Site;
import org.daybridge.scheduling.register.StaffMember;
import org.daybridge.scheduling.series.TemplateRules.Model;

/**
 * A week of the clinic as its register, calendar and rosters have it: what a plan of that week is
 * made from, and what it is compared with when it is accepted.
 *
 * @param tracks those that are laid out, each with when in the day it meets
 */
public record ClinicSnapshot(
    String name,
    LocalDate monday,
    ZoneId zone,
    Map<String, Model> tracks,
    Instant now,
    List<Registered<Site>> sites,
    List<Registered<Room>> rooms,
    List<SessionType> types,
    List<Registered<StaffMember>> staff,
    List<Held> sessions,
    List<Episode> episodes,
    Map<PatientId, List<Obligation>> obligations,
    List<WeekProblem.Pair> noContact,
    Limits limits) {

  /** The code of a site, the first one's where it is unknown. */
  String siteCode(UUID site) {
    return sites.stream()
        .filter(one -> one.id().equals(site))
        .findFirst()
        .orElseGet(sites::getFirst)
        .entry()
        .code();
  }

  /**
   * A session that is planned in the week.
   *
   * @param booked who has a seat in it
   * @param version of the session, which a later change makes greater
   */
  public record Held(
      SessionId id,
      Optional<UUID> series,
      Optional<String> track,
      String type,
      UUID site,
      Optional<UUID> room,
      Instant start,
      Instant end,
      int capacity,
      List<UUID> facilitators,
      Set<PatientId> booked,
      long version) {}

  /** The numbers of the rule pack, in minutes, and the bands of the levels of care. */
  public record Limits(
      BandLimits bands,
      int programDay,
      int patientDay,
      int clinicianDay,
      int clinicianWeek,
      int clinicianRun,
      int clinicianBreak,
      int moved) {}

  /** An appointment that each patient of the week shall have, unless one is planned. */
  public record Appointment(String type, int minutes) {}
}
