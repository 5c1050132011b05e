package org.daybridge.scheduling.weekplan.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.kit.problem.Problem;
import org.daybridge.scheduling.weekplan.AcceptanceHandler;
import org.daybridge.scheduling.weekplan.Blockers;
import org.daybridge.scheduling.weekplan.ClinicPlanHandler;
import org.daybridge.scheduling.weekplan.Disruption;
import org.daybridge.scheduling.weekplan.HandChange;
import org.daybridge.scheduling.weekplan.PinConflicts;
import org.daybridge.scheduling.weekplan.PlanDifference;
import org.daybridge.scheduling.weekplan.PlanJob;
import org.daybridge.scheduling.weekplan.PlanJobs;
import org.daybridge.scheduling.weekplan.Recount;
import org.daybridge.scheduling.weekplan.UnreadableWeek;
import org.daybridge.scheduling.weekplan.WeekFormat;
import org.daybridge.scheduling.weekplan.WeekProblem;
import org.daybridge.scheduling.weekplan.WeekScore;
import org.daybridge.scheduling.weekplan.WeekSolution;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Weeks that Daybridge lays out, from a problem file; nothing of them is booked. */
@Path("/api/scheduling/v1/week-plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class WeekPlanResource {
  private static final String KIND = "WeekPlan";
  private static final int LONGEST = 3600;
  private static final int USUAL = 30;
  private static final int QUICK = 5;
  private static final long USUAL_SEED = 1;
  private static final int SHOWN = 50;

  /** Weeks that may wait; more are refused. */
  private static final int QUEUE = 20;

  /** How many more seconds to search. */
  public record Resumption(@NotNull @Min(1) @Max(LONGEST) Integer seconds) {}

  /** Where the score comes from, by code, and what stands in the way of care that is missing. */
  public record Explanation(
      WeekScore score, Map<String, Long> counts, List<Blockers.Blocked> missing) {}

  private final PlanJobs jobs;
  private final WeekFormat format;
  private final PlanProgress progress;
  private final ClinicPlanHandler clinic;
  private final AcceptanceHandler acceptance;
  private final ObjectMapper json;

  WeekPlanResource(
      PlanJobs jobs,
      WeekFormat format,
      PlanProgress progress,
      ClinicPlanHandler clinic,
      AcceptanceHandler acceptance,
      ObjectMapper json) {
    this.jobs = jobs;
    this.format = format;
    this.progress = progress;
    this.clinic = clinic;
    this.acceptance = acceptance;
    this.json = json;
  }

  /**
   * Asks for a week to be laid out: a problem in {@code iop-week/1}, or {@code {programId,
   * weekStart, appointments?: [{type, minutes}]}} to take it from the clinic's calendar; at most
   * 3600 seconds (30 if not said), and a seed (1 if not said): the same one begins the search the
   * same way.
   */
  @POST
  @PermissionsAllowed("week-plan:write")
  public RestResponse<WeekPlanView> ask(
      @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
          @NotNull
          JsonNode file,
      @QueryParam("seconds") @Nullable @Min(1) @Max(LONGEST) Integer seconds,
      @QueryParam("seed") @Nullable Long seed) {
    long begin = Objects.requireNonNullElse(seed, USUAL_SEED);
    int limit = Objects.requireNonNullElse(seconds, USUAL);
    if (ClinicBody.isOne(file)) {
      requireRoom();
      return taken(clinic.ask(ClinicBody.wanted(file, json), begin, limit));
    }
    String text = file.toString();
    WeekProblem problem = read(text);
    List<PinConflicts.Conflict> conflicts = PinConflicts.of(problem);
    if (!conflicts.isEmpty()) {
      throw refused("pins-can-stand", conflicts.stream().map(WeekPlanResource::violation).toList());
    }
    requireRoom();
    return taken(
        jobs.add(
            new PlanJobs.Asked(problem.name(), text, Optional.empty(), List.of(), begin, limit)));
  }

  private static RestResponse<WeekPlanView> taken(PlanJob job) {
    AuditTrail.created(KIND, job.id(), null);
    return ResponseBuilder.create(RestResponse.Status.ACCEPTED, WeekPlanView.of(job))
        .location(URI.create("/api/scheduling/v1/week-plans/" + job.id()))
        .build();
  }

  /** The newest fifty. */
  @GET
  @PermissionsAllowed("week-plan:read")
  public List<WeekPlanView> latest() {
    List<PlanJob> latest = jobs.latest(SHOWN);
    latest.forEach(job -> AuditTrail.read(KIND, job.id(), null));
    return latest.stream().map(WeekPlanView::of).toList();
  }

  /** Its {@code ETag} is what a change by hand names. */
  @GET
  @Path("{id}")
  @PermissionsAllowed("week-plan:read")
  public RestResponse<WeekPlanView> read(UUID id) {
    PlanJob job = looked(id);
    return ResponseBuilder.ok(WeekPlanView.of(job)).header("ETag", ETags.of(job.version())).build();
  }

  /** As server-sent events: the plan as it stands, then each change, until it has ended. */
  @GET
  @Path("{id}/progress")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("week-plan:read")
  public Multi<WeekPlanView> progress(UUID id) {
    return progress.of(looked(id).id());
  }

  /** The best plan so far, in {@code iop-week-solution/1}; also while the search goes on. */
  @GET
  @Path("{id}/solution")
  @PermissionsAllowed("week-plan:read")
  public String solution(UUID id) {
    return found(looked(id));
  }

  /** Counted again from the two files alone, not what the search says of itself. */
  @GET
  @Path("{id}/explanation")
  @PermissionsAllowed("week-plan:read")
  public Explanation explanation(UUID id) {
    PlanJob job = looked(id);
    String found = found(job);
    WeekProblem problem = format.storedProblem(jobs.problem(id));
    WeekSolution solution = format.storedSolution(found, problem);
    Map<String, Long> counts = Recount.of(problem, solution);
    return new Explanation(Recount.score(counts), counts, Blockers.of(problem, solution));
  }

  /**
   * A change by hand: what it would break and mend, and with {@code keep} it is made. A change that
   * breaks more rules than were broken is judged, but not kept. To be kept it names in {@code
   * If-Match} the plan that the person saw.
   */
  @POST
  @Path("{id}/changes")
  @PermissionsAllowed("week-plan:write")
  public HandChange.Verdict change(
      UUID id, @Valid @NotNull ChangeBody body, @HeaderParam("If-Match") @Nullable String ifMatch) {
    PlanJob job = looked(id);
    if (body.keeps()) {
      ETags.require(ifMatch, job.version());
    }
    if (!job.state().ended()) {
      throw RuleRefused.state("week-plan-has-ended", "the search goes on: " + job.state());
    }
    String file = jobs.problem(id);
    WeekProblem problem = format.storedProblem(file);
    WeekSolution week = format.storedSolution(found(job), problem);
    HandChange change = body.in(week);
    knows(problem, change);
    String pinned = format.pinned(file, change.sessions(), change.leftOut());
    WeekSolution changed = change.in(week);
    HandChange.Verdict verdict =
        HandChange.Verdict.of(
            Recount.of(problem, week), Recount.of(format.storedProblem(pinned), changed));
    if (body.keeps()) {
      keep(job, pinned, changed, verdict);
    }
    return verdict;
  }

  private void keep(PlanJob job, String pinned, WeekSolution changed, HandChange.Verdict verdict) {
    if (verdict.after().hard() > verdict.before().hard()) {
      throw RuleRefused.rule(
          "change-breaks-no-rule", "it breaks " + String.join(", ", verdict.broken().keySet()));
    }
    if (!jobs.replace(job, pinned, format.written(changed), verdict.after())) {
      throw RuleRefused.state("changed-meanwhile", "the plan was changed meanwhile");
    }
    AuditTrail.updated(KIND, job.id(), null);
  }

  private static void knows(WeekProblem problem, HandChange change) {
    Set<String> known =
        problem.activities().stream().map(WeekProblem.Activity::id).collect(Collectors.toSet());
    boolean all =
        known.containsAll(change.leftOut())
            && change.sessions().stream().allMatch(one -> known.contains(one.activity()));
    if (!all) {
      throw RuleRefused.rule("activity-is-in-the-week", "the problem has no such activity");
    }
  }

  /**
   * Makes the plan of a clinic's week real, or the parts that are named: sessions move, people
   * change seats, appointments are booked, all or nothing and by the rules of booking by hand.
   * {@code If-Match} names the plan that the person saw.
   */
  @POST
  @Path("{id}/acceptance")
  @PermissionsAllowed("week-plan:accept")
  public AcceptanceHandler.Accepted accept(
      UUID id,
      @Valid @NotNull AcceptanceBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    ETags.require(ifMatch, looked(id).version());
    return acceptance.accept(id, body.parts());
  }

  /** What is otherwise than in the plan that people knew when this one was asked for. */
  @GET
  @Path("{id}/difference")
  @PermissionsAllowed("week-plan:read")
  public PlanDifference difference(UUID id) {
    PlanJob job = looked(id);
    WeekProblem problem = format.storedProblem(jobs.problem(id));
    String earlier =
        jobs.earlier(id)
            .orElseThrow(
                () ->
                    RuleRefused.state(
                        "week-plan-has-a-solution", "it was asked for without an earlier plan"));
    return PlanDifference.of(
        format.storedSolution(earlier, problem), format.storedSolution(found(job), problem));
  }

  /**
   * Asks for the week to be laid out again after something fell away, with as little moved as will
   * do; a plan of its own, at most 3600 seconds (5 if not said).
   */
  @POST
  @Path("{id}/repairs")
  @PermissionsAllowed("week-plan:write")
  public RestResponse<WeekPlanView> repair(
      UUID id,
      @Valid @NotNull RepairBody body,
      @QueryParam("seconds") @Nullable @Min(1) @Max(LONGEST) Integer seconds) {
    PlanJob job = looked(id);
    if (!job.state().ended()) {
      throw RuleRefused.state("week-plan-has-ended", "the search goes on: " + job.state());
    }
    WeekProblem problem = format.storedProblem(jobs.problem(id));
    Disruption disruption = body.domain();
    disruption
        .unknownTo(problem)
        .ifPresent(
            _ -> {
              throw RuleRefused.rule("lost-is-in-the-week", "the problem does not have it");
            });
    Disruption.Left left = disruption.of(problem, format.storedSolution(found(job), problem));
    requireRoom();
    return taken(
        jobs.add(
            new PlanJobs.Asked(
                left.problem().name(),
                format.written(left.problem()),
                Optional.of(
                    new PlanJobs.Earlier(
                        format.written(left.plan()),
                        Recount.score(Recount.of(left.problem(), left.plan())))),
                jobs.sessions(id),
                job.seed(),
                Objects.requireNonNullElse(seconds, QUICK))));
  }

  /** The best plan so far stays. */
  @POST
  @Path("{id}/stop")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("week-plan:write")
  public WeekPlanView stop(UUID id) {
    PlanJob job = jobs.require(id);
    if (!jobs.stop(id)) {
      throw RuleRefused.state("week-plan-is-under-way", "the search has ended: " + job.state());
    }
    AuditTrail.updated(KIND, id, null);
    return WeekPlanView.of(jobs.require(id));
  }

  /** Searches on from the best plan so far; waits in the queue as a new one does. */
  @POST
  @Path("{id}/resumption")
  @PermissionsAllowed("week-plan:write")
  public WeekPlanView resume(UUID id, @Valid @NotNull Resumption body) {
    PlanJob job = jobs.require(id);
    requireRoom();
    if (!jobs.resume(id, body.seconds())) {
      throw RuleRefused.state("week-plan-has-ended", "the search goes on: " + job.state());
    }
    AuditTrail.updated(KIND, id, null);
    return WeekPlanView.of(jobs.require(id));
  }

  private void requireRoom() {
    if (jobs.waiting() >= QUEUE) {
      throw new BadRequest(
          "week-plan-queue-has-room", "%d weeks wait to be laid out.".formatted(QUEUE), List.of());
    }
  }

  private PlanJob looked(UUID id) {
    PlanJob job = jobs.require(id);
    AuditTrail.read(KIND, id, null);
    return job;
  }

  private String found(PlanJob job) {
    return jobs.solution(job.id())
        .orElseThrow(
            () ->
                RuleRefused.state(
                    "week-plan-has-a-solution", "there is no plan yet: " + job.state()));
  }

  private WeekProblem read(String file) {
    try {
      return format.problem(file);
    } catch (UnreadableWeek e) {
      throw refused(
          "week-file-readable", e.faults().stream().map(WeekPlanResource::fault).toList());
    }
  }

  private static BadRequest refused(String slug, List<Problem.Violation> all) {
    return new BadRequest(
        slug,
        all.size() > SHOWN
            ? "The first of %d faults.".formatted(all.size())
            : "Each fault by its path.",
        all.stream().limit(SHOWN).toList());
  }

  private static Problem.Violation fault(String told) {
    int colon = told.indexOf(": ");
    return new Problem.Violation(told.substring(0, colon), told.substring(colon + 2));
  }

  private static Problem.Violation violation(PinConflicts.Conflict one) {
    return new Problem.Violation(String.join(", ", one.activities()), "break " + one.rule());
  }
}
