package org.daybridge.intake.patient.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.intake.patient.NewPerson;
import org.daybridge.intake.patient.Patient;
import org.daybridge.intake.patient.PatientIntake;
import org.daybridge.intake.patient.Patients;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.RowAccess;
import org.jdbi.v3.core.Jdbi;

/**
 * Matching looks at all people of the organization, so it runs as the service itself; the referrer
 * learns nothing but the id of the person referred.
 */
@ApplicationScoped
class PatientMatching implements PatientIntake {
  private final Patients patients;
  private final RowAccess rows;
  private final Jdbi jdbi;

  PatientMatching(Patients patients, RowAccess rows, Jdbi jdbi) {
    this.patients = patients;
    this.rows = rows;
    this.jdbi = jdbi;
  }

  @Override
  public Matched matchOrAdd(NewPerson person, int labels) {
    return rows.elevated(jdbi, "patient-matching", () -> matched(person, labels));
  }

  @Override
  public void label(PatientId id, int labels) {
    rows.elevated(
        jdbi,
        "patient-matching",
        () -> {
          patients.label(id, labels);
          return id;
        });
  }

  private Matched matched(NewPerson person, int labels) {
    lock(person);
    Optional<PatientId> known = patients.withIdentifier(person.identifiers(), person.birthDate());
    if (known.isEmpty()) {
      List<PatientId> named = patients.named(person.name(), person.birthDate());
      known = named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }
    if (known.isPresent()) {
      return new Matched(known.get(), true);
    }
    PatientId id = new PatientId(Ids.next());
    patients.add(
        new Patient(
            id,
            person.name(),
            person.birthDate(),
            person.sex(),
            person.contact(),
            person.identifiers(),
            labels,
            null,
            0));
    return new Matched(id, false);
  }

  /** Two referrals of the same person at the same moment must not begin two records. */
  private void lock(NewPerson person) {
    String who =
        person.name().family().toLowerCase(java.util.Locale.ROOT) + "|" + person.birthDate();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("select pg_advisory_xact_lock(hashtextextended(:who, 11))")
                .bind("who", who)
                .mapTo(String.class)
                .one());
  }
}
