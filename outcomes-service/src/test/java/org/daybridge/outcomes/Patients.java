package org.daybridge.outcomes;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent.PatientAdmitted;
import org.daybridge.contract.intake.IntakeEvent.PatientDischarged;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffRegistered;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;

/** A patient who was admitted by an event, with a therapist of the care team. */
public record Patients(UUID patient, UUID episode, UUID therapist) {

  public static Patients admitted(Population population) {
    return admitted(population, Instant.now());
  }

  public static Patients admitted(Population population, Instant at) {
    return admitted(population, "day", at);
  }

  public static Patients admitted(Population population, String track, Instant at) {
    Patients made = new Patients(Ids.next(), Ids.next(), Ids.next());
    TestGrants.careTeam(made.therapist, made.patient);
    TestGrants.self(made.patient);
    TestEvents.publish(made.admission(population, track, at));
    made.awaitCount("select count(*) from assignment where episode_id = ?", made.episode, 3);
    return made;
  }

  public PatientAdmitted admission(Population population, Instant at) {
    return admission(population, "day", at);
  }

  private PatientAdmitted admission(Population population, String track, Instant at) {
    return new PatientAdmitted(
        new EpisodeId(episode),
        new PatientId(patient),
        null,
        new ReferralId(Ids.next()),
        new ProgramId(Ids.next()),
        new TrackId(Ids.next()),
        track,
        population,
        LevelOfCare.INTENSIVE_OUTPATIENT,
        new SiteId(Ids.next()),
        "America/New_York",
        at,
        LocalDate.ofInstant(at, java.time.ZoneId.of("America/New_York")),
        10,
        LocalDate.of(1990, 5, 17),
        "female",
        new StaffId(therapist),
        "intake-2026-1");
  }

  public PatientDischarged discharge(Instant at) {
    return new PatientDischarged(
        new EpisodeId(episode), new PatientId(patient), at, "COMPLETED", true, null);
  }

  public String own() {
    return Tokens.patient(patient);
  }

  public String clinician() {
    return Tokens.staff("therapist", therapist);
  }

  /** A clinical director whom the roster knows. */
  public static UUID director() {
    UUID id = Ids.next();
    TestEvents.publish(
        new StaffRegistered(
            new StaffId(id),
            "PSYCHOLOGIST",
            Set.of("clinical_director"),
            java.util.List.of(),
            null,
            true));
    new Patients(id, id, id)
        .awaitCount("select count(*) from staff_member where staff_id = ?", id, 1);
    return id;
  }

  public void awaitCount(String sql, UUID id, long atLeast) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> count(sql, id) >= atLeast);
  }

  public static long count(String sql, UUID id) {
    try (Connection connection = TestPlatform.superuser();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
