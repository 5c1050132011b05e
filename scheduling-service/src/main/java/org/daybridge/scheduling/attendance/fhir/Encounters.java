package org.daybridge.scheduling.attendance.fhir;

import java.util.Date;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.SecurityLabels;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.attendance.EncounterQuery.AttendedSession;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/** An attendance as an encounter. */
final class Encounters {
  private static final String PROFILE =
      "http://hl7.org/fhir/us/core/StructureDefinition/us-core-encounter";
  private static final String ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
  private static final String PARTICIPANT =
      "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

  private Encounters() {}

  static Encounter of(AttendedSession attended) {
    var encounter = new Encounter();
    encounter.setId(attended.attendance().toString());
    encounter.getMeta().addProfile(PROFILE);
    SecurityLabels.apply(attended.labels(), encounter.getMeta());
    encounter
        .addIdentifier()
        .setSystem("urn:daybridge:attendance")
        .setValue(attended.attendance().toString());
    encounter.setStatus(EncounterStatus.fromCode(attended.status()));
    boolean virtual = "VR".equals(attended.place());
    encounter
        .getClass_()
        .setSystem(ACT)
        .setCode(attended.place())
        .setDisplay(virtual ? "virtual" : "ambulatory");
    encounter
        .addType()
        .setText(attended.typeName())
        .addCoding()
        .setSystem("urn:daybridge:session-type")
        .setCode(attended.type())
        .setDisplay(attended.typeName());
    encounter.setSubject(new Reference("Patient/" + attended.patient()));
    if (attended.episode() != null) {
      encounter.addEpisodeOfCare(new Reference("EpisodeOfCare/" + attended.episode()));
    }
    Period period = period(attended);
    encounter.setPeriod(period);
    attended.facilitators().forEach(one -> participant(encounter, one, period));
    encounter.getLength().setValue(attended.minutes()).setUnit("min");
    encounter.getLength().setSystem("http://unitsofmeasure.org").setCode("min");
    encounter.addLocation().setLocation(new Reference("Location/" + attended.site()));
    encounter.setServiceProvider(
        new Reference("Organization/" + Callers.current().organizationId()));
    return encounter;
  }

  private static void participant(Encounter encounter, java.util.UUID staff, Period period) {
    var participant = encounter.addParticipant();
    participant
        .addType()
        .addCoding()
        .setSystem(PARTICIPANT)
        .setCode("PPRF")
        .setDisplay("primary performer");
    participant.setIndividual(new Reference("Practitioner/" + staff));
    participant.setPeriod(period);
  }

  private static Period period(AttendedSession attended) {
    return new Period().setStart(Date.from(attended.start())).setEnd(Date.from(attended.end()));
  }

  static Provenance provenance(AttendedSession attended) {
    return Provenances.of(
        "Encounter",
        attended.attendance(),
        attended.end(),
        attended.facilitators().getFirst(),
        "Practitioner");
  }
}
