package org.daybridge.journey;

import java.io.PrintStream;
import org.daybridge.local.LocalStack;

/** The whole path on a running stack with the sample clinic and a clock that can be moved. */
public final class Journey {
  private final Clinic clinic;
  private final Story story;

  public Journey(LocalStack stack, PrintStream out) {
    this.clinic = new Clinic(stack);
    this.story = new Story(out);
  }

  /** Walks it; returns how many claims were checked, and throws at the first that does not hold. */
  public int walk() {
    String family = Clinic.familyName();
    IntakeChapter intake = new IntakeChapter(clinic, story);
    IntakeChapter.Admitted admitted = intake.admit(family);
    Person patient = clinic.patient(admitted.patient());
    patient.awaits("/api/scheduling/v1/patients/" + admitted.patient() + "/sessions", _ -> true);
    String session = new SchedulingChapter(clinic, story).firstEvening(admitted.patient(), patient);
    new RecordsChapter(clinic, story).planAndNote(admitted.patient(), patient, session, 60);
    new MedicationChapter(clinic, story).orders(admitted.patient(), patient);
    new OutcomesChapter(clinic, story).baselineAndRisk(admitted.patient(), patient);
    DepartureChapter departure = new DepartureChapter(clinic, story);
    departure.leave(admitted, patient);
    IntakeChapter.Admitted again = intake.admit(family);
    story.check(again.patient().equals(admitted.patient()), "who comes back is known again");
    story.check(
        clinic
            .staff("casey-brook")
            .get("/api/intake/v1/episodes/" + again.episode())
            .expect(200)
            .text("priorEpisodeId")
            .equals(admitted.episode()),
        "the new episode knows the one before");
    departure.leaveAgainstAdvice(again);
    return story.checks();
  }
}
