package org.daybridge.scheduling.ledger.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.Id;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.scheduling.ledger.BillingCandidate;
import org.daybridge.scheduling.ledger.Difference;
import org.daybridge.scheduling.ledger.LedgerHandler;
import org.daybridge.scheduling.ledger.LedgerHandler.Week;
import org.daybridge.scheduling.ledger.ProgramDay;
import org.daybridge.scheduling.ledger.ShortWeek;
import org.daybridge.scheduling.ledger.WeekLedger;
import org.daybridge.scheduling.ledger.WeekState;
import org.jspecify.annotations.Nullable;

/** The weekly ledger of care that a patient was given. */
@Path("/api/scheduling/v1/patients/{patient}/ledger")
@Produces(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class LedgerResource {
  /** One day of the week, and what it could be billed as. */
  public record DayView(ProgramDay minutes, BillingCandidate billing) {}

  /** Minutes that one step has and the next has not, with the rule. */
  public record DifferenceView(String rule, LocalDate day, @Nullable UUID sessionId, int minutes) {
    static DifferenceView of(Difference difference) {
      return new DifferenceView(
          difference.rule(),
          difference.day(),
          difference.session().map(Id::value).orElse(null),
          difference.minutes());
    }
  }

  /** A week: every number in minutes. */
  public record WeekView(
      UUID patientId,
      UUID episodeId,
      LevelOfCare levelOfCare,
      LocalDate weekStart,
      String zone,
      int minimum,
      int under,
      int prescribed,
      int scheduled,
      int attended,
      int documented,
      int billable,
      int stillToCome,
      int missing,
      WeekState state,
      List<DayView> days,
      List<DifferenceView> differences,
      Map<LocalDate, ShortWeek.Reason> leftOut,
      String rulePackVersion) {
    static WeekView of(Week week) {
      WeekLedger ledger = week.ledger();
      return new WeekView(
          week.episode().patient().value(),
          week.episode().id().value(),
          week.episode().level(),
          ledger.week().monday(),
          ledger.week().zone().getId(),
          ledger.band().least(),
          ledger.band().under(),
          ledger.prescribed(),
          ledger.scheduled(),
          ledger.attended(),
          ledger.documented(),
          ledger.billable(),
          ledger.stillToCome(),
          ledger.missing(),
          ledger.state(),
          ledger.days().stream().map(day -> new DayView(day, ledger.candidate(day))).toList(),
          ledger.differences().stream().map(DifferenceView::of).toList(),
          ledger.leftOut(),
          week.rulePack());
    }
  }

  private final LedgerHandler handler;

  LedgerResource(LedgerHandler handler) {
    this.handler = handler;
  }

  @GET
  @PermissionsAllowed("ledger:read")
  public WeekView week(UUID patient, @QueryParam("weekOf") @Nullable LocalDate weekOf) {
    return WeekView.of(handler.week(new PatientId(patient), Optional.ofNullable(weekOf)));
  }
}
