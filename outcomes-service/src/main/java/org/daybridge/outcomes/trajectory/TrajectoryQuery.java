package org.daybridge.outcomes.trajectory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.outcomes.episode.Episode;
import org.daybridge.outcomes.episode.Episodes;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.measure.BaselineWindow;
import org.daybridge.outcomes.trajectory.Trajectory.Value;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the values of one scale of a patient, up to the newest two thousand. */
@ApplicationScoped
public class TrajectoryQuery {
  private static final int MOST = 2000;

  private final Jdbi jdbi;
  private final Episodes episodes;
  private final RulePacks rulePacks;

  TrajectoryQuery(Jdbi jdbi, Episodes episodes, RulePacks rulePacks) {
    this.jdbi = jdbi;
    this.episodes = episodes;
    this.rulePacks = rulePacks;
  }

  public Trajectory of(PatientId patient, Instrument instrument, @Nullable String scale) {
    Episode episode =
        episodes.latestOf(patient).orElseThrow(() -> new NotVisible("Patient", patient.value()));
    BaselineWindow window = BaselineWindow.of(episode, rulePacks.on(episode.admittedOn()));
    List<Value> values = values(patient, instrument, scale);
    values.forEach(one -> AuditTrail.read("Measure", one.measure(), patient.value()));
    return Trajectory.of(
        instrument, scale, values, window.from(), window.to(), episode, episodes.phasesOf(patient));
  }

  private List<Value> values(PatientId patient, Instrument instrument, @Nullable String scale) {
    return jdbi
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select measure_id, answered_at, severity, case when cast(:scale as text)"
                            + " is null then (score->>'total')::numeric else"
                            + " (score->'subscales'->>:scale)::numeric end as shown from measure"
                            + " where patient_id = :patient and instrument = :instrument and"
                            + " instrument_version = :version and corrected_by is null and status"
                            + " <> 'ENTERED_IN_ERROR' order by answered_at desc, measure_id desc"
                            + " limit :most")
                    .bindByType("scale", scale, String.class)
                    .bind("patient", patient)
                    .bind("instrument", instrument.id())
                    .bind("version", instrument.version())
                    .bind("most", MOST)
                    .map(
                        (row, _) ->
                            new Value(
                                row.getObject("measure_id", UUID.class),
                                row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                                row.getBigDecimal("shown"),
                                row.getString("severity")))
                    .list())
        .reversed()
        .stream()
        .filter(one -> one.value() != null)
        .toList();
  }
}
