package org.daybridge.records.attendance.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionAttended;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionCancelled;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionScheduled;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.kit.outbox.NotYetKnown;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.records.attendance.Attendances;
import org.daybridge.records.attendance.Attended;
import org.daybridge.records.attendance.CalendarEntry;
import org.daybridge.records.episode.Episodes;

/** An attended session makes its note due. */
@ApplicationScoped
class AttendanceFollower implements Follower {

  private final Attendances attendances;
  private final Episodes episodes;
  private final RulePacks packs;

  AttendanceFollower(Attendances attendances, Episodes episodes, RulePacks packs) {
    this.attendances = attendances;
    this.episodes = episodes;
    this.packs = packs;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(SessionScheduled.class, SessionCancelled.class, SessionAttended.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    if (event instanceof SessionScheduled session) {
      attendances.save(
          new CalendarEntry(
              session.sessionId(),
              session.sessionType(),
              session.startsAt(),
              session.endsAt(),
              session.zone(),
              session.facilitators()));
    } else if (event instanceof SessionCancelled(var session, _, var at)) {
      attendances.cancel(session, at);
    } else if (event instanceof SessionAttended attended) {
      attended(attended);
    }
  }

  private void attended(SessionAttended event) {
    var episode =
        episodes
            .at(event.patientId(), event.startedAt())
            .orElseThrow(() -> new NotYetKnown("patient", event.patientId().value()));
    var hours = packs.on(episode.day(event.endedAt())).number("note-sign-hours");
    attendances.save(
        new Attended(
            event.attendanceId().value(),
            event.patientId(),
            event.sessionId(),
            event.sessionType(),
            event.startedAt(),
            event.endedAt(),
            event.minutes(),
            event.clinical(),
            event.status(),
            event.endedAt().plus(Duration.ofHours(hours))),
        episode);
  }
}
