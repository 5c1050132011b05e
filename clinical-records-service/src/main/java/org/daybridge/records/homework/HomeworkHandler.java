package org.daybridge.records.homework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.records.episode.Episode;
import org.daybridge.records.episode.Episodes;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.signing.Versioned;

/** Assigns, takes in and reviews homework. */
@ApplicationScoped
public class HomeworkHandler {

  private final Homeworks homeworks;
  private final Episodes episodes;
  private final Clock clock;

  HomeworkHandler(Homeworks homeworks, Episodes episodes, Clock clock) {
    this.homeworks = homeworks;
    this.episodes = episodes;
    this.clock = clock;
  }

  /** What is to be done by when, and for which goal. */
  public record Assignment(
      HomeworkId id,
      PatientId patient,
      Optional<GoalId> goal,
      Optional<Skill> skill,
      String title,
      String instructions,
      LocalDate dueOn) {
    @Override
    public String toString() {
      return "Assignment[" + id + ", dueOn=" + dueOn + "]";
    }
  }

  @Transactional
  public Versioned<Homework> assign(Assignment asked, StaffId by) {
    var episode = episode(asked.patient());
    var now = clock.instant();
    var proposed =
        new Homework(
            asked.id(),
            asked.patient(),
            episode.id(),
            episode.labels(),
            asked.goal(),
            asked.skill(),
            asked.title(),
            asked.instructions(),
            by,
            now,
            asked.dueOn(),
            new Homework.State.Assigned());
    return homeworks.add(Homework.assign(proposed, episode.day(now)).orRefuse().next());
  }

  /** What is asked of the homework at this time. */
  public interface Step {
    Decision<Homework, Void> to(Homework homework, Instant now);
  }

  @Transactional
  public Versioned<Homework> handle(HomeworkId id, IntConsumer precondition, Step step) {
    var kept = homeworks.require(id);
    precondition.accept(kept.version());
    var next = step.to(kept.value(), clock.instant()).orRefuse().next();
    return homeworks.save(next, kept.version());
  }

  @Transactional
  public void practiced(Homeworks.Practice practice) {
    homeworks.log(practice, episode(practice.patient()).labels());
  }

  private Episode episode(PatientId patient) {
    return episodes.latest(patient).orElseThrow(() -> new NotVisible("patient", patient.value()));
  }
}
