package org.daybridge.contract.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.Id;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.GrantId;
import org.daybridge.contract.intake.GrantKind;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** Facts of scheduling-service, on {@code daybridge.scheduling.v1}. */
public sealed interface SchedulingEvent extends DomainEvent {

  /** A license or credential of a staff member, without its holder's name. */
  record License(String type, String number, String state, LocalDate expiresOn) {}

  /** A site opened. */
  record SiteOpened(SiteId siteId, String code, String zone, boolean active)
      implements SchedulingEvent {
    @Override
    public Id aggregate() {
      return siteId;
    }
  }

  /** A site changed. */
  record SiteChanged(SiteId siteId, String code, String zone, boolean active)
      implements SchedulingEvent {
    @Override
    public Id aggregate() {
      return siteId;
    }
  }

  /** A member of the staff was registered: discipline, roles and licenses; no name. */
  record StaffRegistered(
      StaffId staffId,
      String discipline,
      Set<String> roles,
      List<License> licenses,
      @Nullable StaffId supervisorId,
      boolean active)
      implements SchedulingEvent {
    @Override
    public Id aggregate() {
      return staffId;
    }
  }

  /** A member of the staff changed. */
  record StaffChanged(
      StaffId staffId,
      String discipline,
      Set<String> roles,
      List<License> licenses,
      @Nullable StaffId supervisorId,
      boolean active)
      implements SchedulingEvent {
    @Override
    public Id aggregate() {
      return staffId;
    }
  }

  /** A session was put on the calendar, or moved. */
  record SessionScheduled(
      SessionId sessionId,
      @Nullable SeriesId seriesId,
      String sessionType,
      SiteId siteId,
      String zone,
      Instant startsAt,
      Instant endsAt,
      List<StaffId> facilitators)
      implements SchedulingEvent {
    @Override
    public Id aggregate() {
      return sessionId;
    }
  }

  /** A session will not take place. */
  record SessionCancelled(SessionId sessionId, String reason, Instant cancelledAt)
      implements SchedulingEvent {
    @Override
    public Id aggregate() {
      return sessionId;
    }
  }

  /**
   * A patient took part in a session. {@code minutes} are the attended minutes, the overlap of
   * presence and session; {@code clinical} tells whether they count towards the weekly hours.
   */
  record SessionAttended(
      AttendanceId attendanceId,
      PatientId patientId,
      @Nullable EpisodeId episodeId,
      SessionId sessionId,
      String sessionType,
      Instant startedAt,
      Instant endedAt,
      int minutes,
      boolean clinical,
      String status)
      implements SchedulingEvent {
    @Override
    public Id aggregate() {
      return attendanceId;
    }
  }

  /** A patient was expected at a session and did not take part. */
  record SessionMissed(
      AttendanceId attendanceId,
      PatientId patientId,
      @Nullable EpisodeId episodeId,
      SessionId sessionId,
      String sessionType,
      Instant startedAt,
      String status)
      implements SchedulingEvent {
    @Override
    public Id aggregate() {
      return attendanceId;
    }
  }

  /** A roster gives its facilitators sight of the members, from a day before to the note's end. */
  record RosterAccessGranted(
      GrantId grantId,
      UUID principalId,
      PatientId patientId,
      GrantKind kind,
      String purpose,
      int allowedLabels,
      boolean canWrite,
      Instant validFrom,
      @Nullable Instant validTo)
      implements SchedulingEvent {
    @Override
    public Id aggregate() {
      return grantId;
    }
  }

  /** A roster's grant ended early. */
  record RosterAccessRevoked(
      GrantId grantId, UUID principalId, PatientId patientId, Instant revokedAt)
      implements SchedulingEvent {
    @Override
    public Id aggregate() {
      return grantId;
    }
  }
}
