package org.daybridge.scheduling.weekplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.RoomId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.kit.problem.Problem;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.enrollment.EnrollmentHandler;
import org.daybridge.scheduling.enrollment.ReseatHandler;
import org.daybridge.scheduling.register.Entry;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.Room;
import org.daybridge.scheduling.register.StaffMember;
import org.daybridge.scheduling.session.Session;
import org.daybridge.scheduling.session.SessionCommand;
import org.daybridge.scheduling.session.SessionHandler;
import org.daybridge.scheduling.session.SessionPlan;
import org.daybridge.scheduling.session.Sessions;
import org.daybridge.scheduling.session.Wish;
import org.daybridge.scheduling.weekplan.ClinicSnapshot.Held;
import org.daybridge.scheduling.weekplan.WeekSolution.Assignment;

/**
 * Makes a proposed week, or parts of it, real: sessions go to their new time, room and team, people
 * to their new seats, appointments onto the calendar. All in one transaction and by the rules of
 * booking by hand; what changed on the calendar since the plan was asked for is reported, and then
 * nothing is done.
 */
@ApplicationScoped
public class AcceptanceHandler {
  private static final String REASON = "week-plan";

  private final PlanJobs jobs;
  private final WeekFormat format;
  private final ClinicCalendar calendar;
  private final Register register;
  private final SessionHandler sessions;
  private final Sessions shelf;
  private final EnrollmentHandler enrollments;
  private final ReseatHandler reseats;
  private final DeskHandler desk;
  private final Clock clock;

  AcceptanceHandler(
      PlanJobs jobs,
      WeekFormat format,
      ClinicCalendar calendar,
      Register register,
      SessionHandler sessions,
      Sessions shelf,
      EnrollmentHandler enrollments,
      ReseatHandler reseats,
      DeskHandler desk,
      Clock clock) {
    this.jobs = jobs;
    this.format = format;
    this.calendar = calendar;
    this.register = register;
    this.sessions = sessions;
    this.shelf = shelf;
    this.enrollments = enrollments;
    this.reseats = reseats;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * What became of the parts.
   *
   * @param moved sessions that have another time, room or team now
   * @param reseated sessions that some left and others joined
   * @param booked appointments that came onto the calendar
   * @param unchanged sessions that are where they were
   * @param leftOut activities that the plan does not run; what stands on the calendar stays
   */
  public record Accepted(
      List<UUID> moved,
      List<UUID> reseated,
      List<UUID> booked,
      List<UUID> unchanged,
      List<String> leftOut) {}

  /** Accepts these parts, or all of the plan. */
  @Transactional
  public Accepted accept(UUID plan, Optional<Set<String>> parts) {
    PlanJob job = jobs.require(plan);
    if (!job.state().ended()) {
      throw RuleRefused.state("week-plan-has-ended", "the search goes on: " + job.state());
    }
    Map<UUID, PlanJobs.Base> base =
        jobs.sessions(plan).stream()
            .collect(Collectors.toMap(PlanJobs.Base::session, Function.identity()));
    if (base.isEmpty()) {
      throw RuleRefused.state("week-plan-of-the-clinic", "it was made from a file");
    }
    WeekProblem problem = format.storedProblem(jobs.problem(plan));
    String file =
        jobs.solution(plan)
            .orElseThrow(
                () -> RuleRefused.state("week-plan-has-a-solution", "there is no plan yet"));
    WeekSolution week = format.storedSolution(file, problem);
    Parts chosen = Parts.of(problem, week, base.keySet(), parts);
    return desk.acrossPatients(() -> new Run(plan, problem, base).carryOut(chosen));
  }

  /** What was chosen of a plan: sessions of the calendar, new appointments, what is not run. */
  private record Parts(
      Map<UUID, Assignment> sessions, List<Assignment> appointments, List<String> leftOut) {
    static Parts of(
        WeekProblem problem, WeekSolution week, Set<UUID> known, Optional<Set<String>> parts) {
      Set<String> all =
          problem.activities().stream()
              .map(WeekProblem.Activity::id)
              .filter(id -> id.startsWith(ClinicWeek.NEW) || isSession(id, known))
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> chosen = parts.orElse(all);
      if (!all.containsAll(chosen)) {
        throw RuleRefused.rule("activity-is-in-the-week", "the plan has no such activity");
      }
      List<Assignment> laid =
          week.assignments().stream().filter(one -> chosen.contains(one.activity())).toList();
      Set<String> left = new TreeSet<>(chosen);
      laid.forEach(one -> left.remove(one.activity()));
      return new Parts(
          laid.stream()
              .filter(one -> !one.activity().startsWith(ClinicWeek.NEW))
              .collect(
                  Collectors.toMap(one -> UUID.fromString(one.activity()), Function.identity())),
          laid.stream().filter(one -> one.activity().startsWith(ClinicWeek.NEW)).toList(),
          List.copyOf(left));
    }

    private static boolean isSession(String id, Set<UUID> known) {
      return known.stream().anyMatch(session -> session.toString().equals(id));
    }
  }

  /** One acceptance, as the service itself: seats count across patients. */
  private final class Run {
    private final UUID plan;
    private final ZoneId zone;
    private final Map<UUID, PlanJobs.Base> base;
    private final Set<String> people;
    private final Map<String, WeekProblem.Activity> activities;

    Run(UUID plan, WeekProblem problem, Map<UUID, PlanJobs.Base> base) {
      this.plan = plan;
      this.zone = problem.zone();
      this.base = base;
      people = problem.patients().stream().map(WeekProblem.Patient::id).collect(Collectors.toSet());
      activities =
          problem.activities().stream()
              .collect(Collectors.toMap(WeekProblem.Activity::id, Function.identity()));
    }

    Accepted carryOut(Parts parts) {
      Map<UUID, Held> now =
          calendar.held(parts.sessions().keySet()).stream()
              .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
      refuseWhatChanged(parts, now);
      List<UUID> moving =
          parts.sessions().keySet().stream()
              .filter(id -> moves(now.get(id), parts.sessions().get(id)))
              .sorted()
              .toList();
      List<UUID> reseating =
          parts.sessions().keySet().stream()
              .filter(id -> !wanted(parts.sessions().get(id)).equals(seatedHere(now.get(id))))
              .sorted()
              .toList();
      shelf.lift(moving.stream().map(SessionId::new).toList());
      reseating.forEach(id -> leave(now.get(id), parts.sessions().get(id)));
      moving.forEach(id -> move(now.get(id), parts.sessions().get(id)));
      reseating.forEach(id -> join(now.get(id), parts.sessions().get(id)));
      reseating.forEach(id -> reseats.offerWhatIsLeft(new SessionId(id)));
      List<UUID> booked = parts.appointments().stream().map(this::book).toList();
      keep(parts.sessions().keySet(), booked);
      List<UUID> unchanged =
          parts.sessions().keySet().stream()
              .filter(id -> !moving.contains(id) && !reseating.contains(id))
              .sorted()
              .toList();
      return new Accepted(moving, reseating, booked, unchanged, parts.leftOut());
    }

    private void refuseWhatChanged(Parts parts, Map<UUID, Held> now) {
      List<Problem.Violation> changed = new ArrayList<>();
      for (UUID id : new TreeSet<>(parts.sessions().keySet())) {
        PlanJobs.Base then = base.get(id);
        Held held = now.get(id);
        if (held == null) {
          changed.add(new Problem.Violation(id.toString(), "is not planned any more"));
        } else if (held.version() != then.version()) {
          changed.add(new Problem.Violation(id.toString(), "was moved or changed"));
        } else if (!ClinicPlanHandler.base(held).booked().equals(then.booked())) {
          changed.add(new Problem.Violation(id.toString(), "has other people in it"));
        }
      }
      if (!changed.isEmpty()) {
        throw new BadRequest(
            "calendar-changed-meanwhile", "Ask for the week again, or leave these out.", changed);
      }
    }

    private boolean moves(Held held, Assignment to) {
      return !held.start().equals(instant(to))
          || !held.room().equals(to.room().map(code -> id(Room.class, code)))
          || !Set.copyOf(held.facilitators()).equals(Set.copyOf(staff(to)));
    }

    private void leave(Held held, Assignment to) {
      Set<PatientId> leaving = new TreeSet<>(java.util.Comparator.comparing(PatientId::value));
      leaving.addAll(seatedHere(held));
      leaving.removeAll(wanted(to));
      reseats.leave(held.id(), leaving, REASON);
    }

    private void join(Held held, Assignment to) {
      wanted(to).stream()
          .filter(who -> !held.booked().contains(who))
          .sorted(java.util.Comparator.comparing(PatientId::value))
          .forEach(who -> reseats.join(held.id(), who, REASON));
    }

    private void move(Held held, Assignment to) {
      Session session = shelf.look(held.id());
      SessionPlan plan = session.plan();
      Instant start = instant(to);
      Instant end = start.plus(java.time.Duration.between(held.start(), held.end()));
      Wish wish =
          wish(to, held.type(), plan.modality(), (int) minutes(held), Optional.of(held.capacity()));
      var _ = sessions.judge(wish).orRefuse();
      var _ =
          sessions.handle(
              held.id(),
              new SessionCommand.Reschedule(
                  start,
                  end,
                  to.room().map(code -> new RoomId(id(Room.class, code))),
                  staff(to).stream().map(StaffId::new).toList(),
                  clock.instant()),
              _ -> {});
      enrollments.moved(held.id());
      AuditTrail.updated("Session", held.id().value(), null);
    }

    private UUID book(Assignment to) {
      WeekProblem.Activity activity = activities.get(to.activity());
      Session made =
          sessions.plan(
              wish(
                  to,
                  activity.type(),
                  SessionPlan.Modality.IN_PERSON,
                  activity.durationMinutes(),
                  Optional.of(1)));
      wanted(to).forEach(who -> reseats.join(made.id(), who, REASON));
      AuditTrail.created("Session", made.id().value(), null);
      return made.id().value();
    }

    private Wish wish(
        Assignment to,
        String type,
        SessionPlan.Modality modality,
        int minutes,
        Optional<Integer> capacity) {
      String site = activities.get(to.activity()).site();
      return new Wish(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          type,
          site,
          to.room().map(code -> code.substring(site.length() + 1)),
          modality,
          instant(to),
          minutes,
          capacity,
          to.clinicians());
    }

    private void keep(Set<UUID> sessions, List<UUID> booked) {
      Set<UUID> all = new TreeSet<>(sessions);
      all.addAll(booked);
      jobs.accepted(plan, calendar.held(all).stream().map(ClinicPlanHandler::base).toList());
      AuditTrail.updated("WeekPlan", plan, null);
    }

    /** Those of the plan's people who have a seat; others keep theirs whatever the plan says. */
    private Set<PatientId> seatedHere(Held held) {
      return held.booked().stream()
          .filter(who -> people.contains(who.value().toString()))
          .collect(Collectors.toSet());
    }

    private static Set<PatientId> wanted(Assignment to) {
      return to.patients().stream()
          .map(id -> new PatientId(UUID.fromString(id)))
          .collect(Collectors.toSet());
    }

    private Instant instant(Assignment to) {
      return to.start().atZone(zone).toInstant();
    }

    private static long minutes(Held held) {
      return java.time.Duration.between(held.start(), held.end()).toMinutes();
    }

    private List<UUID> staff(Assignment to) {
      return to.clinicians().stream().map(code -> id(StaffMember.class, code)).toList();
    }
  }

  private <T extends Entry> UUID id(Class<T> type, String code) {
    return register
        .find(type, code)
        .orElseThrow(() -> RuleRefused.rule("room-at-site", "the register has no such code"))
        .id();
  }
}
