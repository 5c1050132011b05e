package org.daybridge.scheduling.session.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.episode.Episodes;
import org.daybridge.scheduling.session.SessionQuery;
import org.daybridge.scheduling.session.SessionQuery.PatientSessionView;
import org.jspecify.annotations.Nullable;

/** One patient's sessions, past and to come. */
@Path("/api/scheduling/v1/patients/{patient}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class PatientSessionResource {
  private static final Duration WEEKS_AHEAD = Duration.ofDays(56);

  private final SessionQuery query;
  private final Episodes episodes;
  private final DeskHandler desk;
  private final Clock clock;

  PatientSessionResource(SessionQuery query, Episodes episodes, DeskHandler desk, Clock clock) {
    this.query = query;
    this.episodes = episodes;
    this.desk = desk;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed("patient-schedule:read")
  public Page<PatientSessionView> list(
      UUID patient,
      @QueryParam("from") @Nullable OffsetDateTime from,
      @QueryParam("to") @Nullable OffsetDateTime to,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var asked = PageRequest.of(limit, cursor);
    Instant begin = from == null ? clock.instant() : from.toInstant();
    Instant end = to == null ? begin.plus(WEEKS_AHEAD) : to.toInstant();
    return desk.reaching(
        () -> {
          if (episodes.newest(new PatientId(patient)).isEmpty()) {
            throw new NotVisible("Patient", patient);
          }
          AuditTrail.read("Enrollment", patient, patient);
          var rows = query.ofPatient(patient, begin, end, asked.rows(), asked.after());
          return Page.of(rows, asked, row -> row.startsAt() + "|" + row.sessionId());
        });
  }
}
