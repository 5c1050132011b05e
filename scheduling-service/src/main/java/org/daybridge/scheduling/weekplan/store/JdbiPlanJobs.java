package org.daybridge.scheduling.weekplan.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.weekplan.PlanJob;
import org.daybridge.scheduling.weekplan.PlanJobs;
import org.daybridge.scheduling.weekplan.WeekScore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Week plans as rows. Leases run on the database's clock: the replicas' own may differ. */
@ApplicationScoped
class JdbiPlanJobs implements PlanJobs {
  private static final String COLUMNS =
      "plan_id, name, state, seed, seconds, searched_ms, hard, medium, soft, moves, version, created_at,"
          + " changed_at";

  private final Jdbi jdbi;
  private final Clock clock;

  JdbiPlanJobs(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public PlanJob add(Asked asked) {
    UUID id = Ids.next();
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  "insert into week_plan (plan_id, organization_id, name, problem, solution, hard, medium,"
                      + " soft, earlier, seed, seconds, state, created_at, created_by, changed_at)"
                      + " values (:id, :org, :name, :problem, :solution, :hard, :medium, :soft, :solution,"
                      + " :seed, :seconds, 'QUEUED', :now, :by, :now)")
              .bind("id", id)
              .bind("org", Callers.current().organizationId())
              .bind("name", asked.name())
              .bind("problem", asked.problem())
              .bindByType(
                  "solution", asked.earlier().map(Earlier::solution).orElse(null), String.class)
              .bindByType("hard", score(asked, WeekScore::hard), Long.class)
              .bindByType("medium", score(asked, WeekScore::medium), Long.class)
              .bindByType("soft", score(asked, WeekScore::soft), Long.class)
              .bind("seed", asked.seed())
              .bind("seconds", asked.seconds())
              .bind("now", clock.instant())
              .bind("by", Callers.current().principalId())
              .execute();
          asked.sessions().forEach(one -> base(handle, id, one));
        });
    return require(id);
  }

  private static @Nullable Long score(Asked asked, Function<WeekScore, Long> level) {
    return asked.earlier().map(Earlier::score).map(level).orElse(null);
  }

  private static void base(Handle handle, UUID plan, Base one) {
    handle
        .createUpdate(
            "insert into week_plan_session (plan_id, session_id, organization_id, version, booked)"
                + " values (:plan, :session, :org, :version, :booked)")
        .bind("plan", plan)
        .bind("session", one.session())
        .bind("org", Callers.current().organizationId())
        .bind("version", one.version())
        .bind("booked", one.booked().toArray(UUID[]::new))
        .execute();
  }

  @Override
  public List<Base> sessions(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select session_id, version, booked from week_plan_session where plan_id = :id"
                        + " order by session_id")
                .bind("id", id)
                .map(
                    (row, _) ->
                        new Base(
                            row.getObject("session_id", UUID.class),
                            row.getLong("version"),
                            Set.of((UUID[]) row.getArray("booked").getArray())))
                .list());
  }

  @Override
  public void accepted(UUID id, List<Base> sessions) {
    jdbi.useHandle(
        handle -> {
          for (Base one : sessions) {
            handle
                .createUpdate(
                    "insert into week_plan_session (plan_id, session_id, organization_id, version, booked,"
                        + " accepted_at, accepted_by) values (:id, :session, :org, :version, :booked, :now,"
                        + " :by) on conflict (plan_id, session_id) do update set"
                        + " version = excluded.version, booked = excluded.booked,"
                        + " accepted_at = excluded.accepted_at, accepted_by = excluded.accepted_by")
                .bind("id", id)
                .bind("session", one.session())
                .bind("org", Callers.current().organizationId())
                .bind("version", one.version())
                .bind("booked", one.booked().toArray(UUID[]::new))
                .bind("now", clock.instant())
                .bind("by", Callers.current().principalId())
                .execute();
          }
        });
  }

  @Override
  public Optional<String> earlier(UUID id) {
    return text(id, "earlier");
  }

  @Override
  public int waiting() {
    return jdbi.withHandle(
        handle -> {
          handle
              .createQuery("select 1 from pg_advisory_xact_lock(hashtext('week_plan queue'))")
              .mapTo(Integer.class)
              .one();
          return handle
              .createQuery("select count(*) from week_plan where state = 'QUEUED'")
              .mapTo(Integer.class)
              .one();
        });
  }

  @Override
  public PlanJob require(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select " + COLUMNS + " from week_plan where plan_id = :id")
                .bind("id", id)
                .map((row, _) -> job(row))
                .findOne()
                .orElseThrow(() -> new NotVisible("WeekPlan", id)));
  }

  @Override
  public List<PlanJob> latest(int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select " + COLUMNS + " from week_plan order by plan_id desc limit :most")
                .bind("most", most)
                .map((row, _) -> job(row))
                .list());
  }

  @Override
  public String problem(UUID id) {
    return text(id, "problem").orElseThrow(() -> new NotVisible("WeekPlan", id));
  }

  @Override
  public Optional<String> solution(UUID id) {
    return text(id, "solution");
  }

  private Optional<String> text(UUID id, String column) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + column
                        + " from week_plan where plan_id = :id and "
                        + column
                        + " is not null")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public boolean stop(UUID id) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update week_plan set stop_asked = (state = 'RUNNING'),"
                            + " state = case state when 'QUEUED' then 'STOPPED' else state end,"
                            + " version = version + 1, changed_at = :now where plan_id = :id and state in ('QUEUED', 'RUNNING')")
                    .bind("id", id)
                    .bind("now", clock.instant())
                    .execute())
        == 1;
  }

  @Override
  public boolean resume(UUID id, int seconds) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update week_plan set state = 'QUEUED', stop_asked = false, searched_ms = 0, lost = 0,"
                            + " seconds = :seconds, version = version + 1, changed_at = :now"
                            + " where plan_id = :id and state in ('STOPPED', 'DONE', 'FAILED')")
                    .bind("id", id)
                    .bind("seconds", seconds)
                    .bind("now", clock.instant())
                    .execute())
        == 1;
  }

  @Override
  public boolean replace(PlanJob looked, String problem, String solution, WeekScore score) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update week_plan set problem = :problem, solution = :solution, hard = :hard,"
                            + " medium = :medium, soft = :soft, version = version + 1, changed_at = :now where plan_id = :id"
                            + " and version = :looked and state in ('STOPPED', 'DONE', 'FAILED')")
                    .bind("id", looked.id())
                    .bind("problem", problem)
                    .bind("solution", solution)
                    .bind("hard", score.hard())
                    .bind("medium", score.medium())
                    .bind("soft", score.soft())
                    .bind("looked", looked.version())
                    .bind("now", clock.instant())
                    .execute())
        == 1;
  }

  @Override
  public Optional<Taken> take(UUID solver, Duration lease, int losses) {
    return jdbi.withHandle(
        handle -> {
          handle
              .createUpdate(
                  "update week_plan set state = 'FAILED', leased_by = null, leased_until = null,"
                      + " lost = lost + 1, version = version + 1, changed_at = :now"
                      + " where state = 'RUNNING' and leased_until < clock_timestamp()"
                      + " and lost + 1 >= :losses")
              .bind("losses", losses)
              .bind("now", clock.instant())
              .execute();
          return handle
              .createQuery(
                  "update week_plan set lost = lost + case state when 'RUNNING' then 1 else 0 end,"
                      + " state = 'RUNNING', leased_by = :solver,"
                      + " leased_until = clock_timestamp() + :lease * interval '1 ms',"
                      + " version = version + 1, changed_at = :now"
                      + " where plan_id = (select plan_id from week_plan where state = 'QUEUED'"
                      + " or state = 'RUNNING' and leased_until < clock_timestamp()"
                      + " order by created_at limit 1 for update skip locked)"
                      + " returning "
                      + COLUMNS
                      + ", problem, solution")
              .bind("solver", solver)
              .bind("lease", lease.toMillis())
              .bind("now", clock.instant())
              .map(
                  (row, _) ->
                      new Taken(
                          job(row),
                          row.getString("problem"),
                          Optional.ofNullable(row.getString("solution"))))
              .findOne();
        });
  }

  @Override
  public boolean keep(UUID id, UUID solver, Duration lease, Found found) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "update week_plan set solution = :solution, hard = :hard, medium = :medium, soft = :soft,"
                        + " moves = moves + :moves, searched_ms = searched_ms + :searched,"
                        + " version = version + 1, changed_at = :now,"
                        + " leased_until = clock_timestamp() + :lease * interval '1 ms'"
                        + " where plan_id = :id and leased_by = :solver returning not stop_asked")
                .bind("id", id)
                .bind("solver", solver)
                .bind("lease", lease.toMillis())
                .bind("solution", found.solution())
                .bind("hard", found.score().hard())
                .bind("medium", found.score().medium())
                .bind("soft", found.score().soft())
                .bind("moves", found.moves())
                .bind("searched", found.searched().toMillis())
                .bind("now", clock.instant())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
  }

  @Override
  public void giveBack(UUID id, UUID solver, Found found) {
    keep(id, solver, Duration.ZERO, found);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update week_plan set state = case when stop_asked then 'STOPPED' else 'QUEUED' end,"
                        + " stop_asked = false, leased_by = null, leased_until = null,"
                        + " version = version + 1, changed_at = :now"
                        + " where plan_id = :id and leased_by = :solver")
                .bind("id", id)
                .bind("solver", solver)
                .bind("now", clock.instant())
                .execute());
  }

  @Override
  public void end(UUID id, UUID solver, PlanJob.State state, Optional<Found> found) {
    found.ifPresent(last -> keep(id, solver, Duration.ZERO, last));
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update week_plan set state = case when stop_asked then 'STOPPED' else :state end,"
                        + " stop_asked = false, leased_by = null, leased_until = null, version = version + 1, changed_at = :now"
                        + " where plan_id = :id and leased_by = :solver")
                .bind("id", id)
                .bind("solver", solver)
                .bind("state", state.name())
                .bind("now", clock.instant())
                .execute());
  }

  private static PlanJob job(ResultSet row) throws SQLException {
    Long hard = row.getObject("hard", Long.class);
    return new PlanJob(
        row.getObject("plan_id", UUID.class),
        row.getString("name"),
        PlanJob.State.valueOf(row.getString("state")),
        row.getLong("seed"),
        row.getInt("seconds"),
        row.getLong("searched_ms"),
        hard == null
            ? Optional.empty()
            : Optional.of(new WeekScore(hard, row.getLong("medium"), row.getLong("soft"))),
        row.getLong("moves"),
        row.getLong("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
