package org.daybridge.scheduling.session.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.scheduling.RoomId;
import org.daybridge.contract.scheduling.SeriesId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.scheduling.session.Session;
import org.daybridge.scheduling.session.Session.State;
import org.daybridge.scheduling.session.SessionPlan;
import org.daybridge.scheduling.session.SessionPlan.Modality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "session")
class SessionRow extends PanacheEntityBase {
  @Id
  @Column(name = "session_id")
  UUID id;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "series_id")
  @Nullable UUID seriesId;

  @Nullable LocalDateTime occurrence;

  @Column(name = "track_code")
  @Nullable String trackCode;

  String type;

  @Column(name = "site_id")
  UUID siteId;

  @Column(name = "room_id")
  @Nullable UUID roomId;

  String zone;
  String modality;

  @Column(name = "planned_start")
  Instant plannedStart;

  @Column(name = "planned_end")
  Instant plannedEnd;

  int capacity;

  @JdbcTypeCode(SqlTypes.ARRAY)
  UUID[] facilitators;

  String state;

  @Column(name = "actual_start")
  @Nullable Instant actualStart;

  @Column(name = "actual_end")
  @Nullable Instant actualEnd;

  @Column(name = "run_by")
  @Nullable UUID runBy;

  @Column(name = "attested_at")
  @Nullable Instant attestedAt;

  @Column(name = "cancel_reason")
  @Nullable String cancelReason;

  @Column(name = "cancelled_at")
  @Nullable Instant cancelledAt;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "broken_rules")
  String[] brokenRules;

  @Version long version;

  Session toDomain() {
    var plan =
        new SessionPlan(
            Optional.ofNullable(seriesId).map(SeriesId::new),
            Optional.ofNullable(occurrence),
            Optional.ofNullable(trackCode),
            type,
            new SiteId(siteId),
            Optional.ofNullable(roomId).map(RoomId::new),
            ZoneId.of(zone),
            Modality.valueOf(modality),
            plannedStart,
            plannedEnd,
            capacity,
            Arrays.stream(facilitators).map(StaffId::new).toList());
    return new Session(new SessionId(id), plan, stateOf(), List.of(brokenRules), version);
  }

  private State stateOf() {
    return switch (state) {
      case "PLANNED" -> new State.Planned();
      case "STARTED" -> new State.Started(known(actualStart), new StaffId(known(runBy)));
      case "CLOSED" ->
          new State.Closed(
              known(actualStart), known(actualEnd), new StaffId(known(runBy)), known(attestedAt));
      case "CANCELLED" -> new State.Cancelled(known(cancelReason), known(cancelledAt));
      default -> throw new IllegalStateException("session " + id + " has state " + state);
    };
  }

  private static <T> T known(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  void take(Session session) {
    id = session.id().value();
    SessionPlan plan = session.plan();
    seriesId = plan.series().map(SeriesId::value).orElse(null);
    occurrence = plan.occurrence().orElse(null);
    trackCode = plan.track().orElse(null);
    type = plan.type();
    siteId = plan.site().value();
    roomId = plan.room().map(RoomId::value).orElse(null);
    zone = plan.zone().getId();
    modality = plan.modality().name();
    plannedStart = plan.start();
    plannedEnd = plan.end();
    capacity = plan.capacity();
    facilitators = plan.facilitators().stream().map(StaffId::value).toArray(UUID[]::new);
    brokenRules = session.brokenRules().toArray(String[]::new);
    switch (session.state()) {
      case State.Planned _ -> state = "PLANNED";
      case State.Started(var at, var by) -> {
        state = "STARTED";
        actualStart = at;
        runBy = by.value();
      }
      case State.Closed(var from, var to, var by, var attested) -> {
        state = "CLOSED";
        actualStart = from;
        actualEnd = to;
        runBy = by.value();
        attestedAt = attested;
      }
      case State.Cancelled(var reason, var at) -> {
        state = "CANCELLED";
        cancelReason = reason;
        cancelledAt = at;
      }
    }
  }
}
