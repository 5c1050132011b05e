package org.daybridge.scheduling.enrollment.fhir;

import java.time.Duration;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.SecurityLabels;
import org.daybridge.scheduling.enrollment.AppointmentQuery.BookedSession;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/** A seat as an appointment. */
final class Appointments {
  private static final String SESSION = "urn:daybridge:session";
  private static final String SESSION_TYPE = "urn:daybridge:session-type";
  private static final String CANCEL_REASON = "urn:daybridge:cancel-reason";
  private static final String PARTICIPANT =
      "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
  private static final Set<String> WITH_REASON = Set.of("cancelled", "noshow");

  private Appointments() {}

  static Appointment of(BookedSession booked) {
    var appointment = new Appointment();
    appointment.setId(booked.enrollment().toString());
    appointment.getMeta().setLastUpdated(Date.from(booked.changedAt()));
    appointment.getMeta().setVersionId(version(booked));
    SecurityLabels.apply(booked.labels(), appointment.getMeta());
    appointment.addIdentifier().setSystem(SESSION).setValue(booked.session().toString());
    appointment.setStatus(AppointmentStatus.fromCode(booked.status()));
    appointment
        .addServiceType()
        .setText(booked.typeName())
        .addCoding()
        .setSystem(SESSION_TYPE)
        .setCode(booked.type())
        .setDisplay(booked.typeName());
    appointment.setStart(Date.from(booked.start()));
    appointment.setEnd(Date.from(booked.end()));
    appointment.setMinutesDuration(
        (int) Duration.between(booked.start(), booked.end()).toMinutes());
    appointment.setCreated(Date.from(booked.createdAt()));
    if (WITH_REASON.contains(booked.status()) && booked.reason() != null) {
      appointment
          .getCancelationReason()
          .addCoding()
          .setSystem(CANCEL_REASON)
          .setCode(booked.reason());
    }
    participant(appointment, "Patient/" + booked.patient(), null);
    booked.facilitators().forEach(one -> participant(appointment, "Practitioner/" + one, "PPRF"));
    participant(appointment, "Location/" + booked.site(), "LOC");
    return appointment;
  }

  private static void participant(
      Appointment appointment, String actor, @org.jspecify.annotations.Nullable String type) {
    var participant = appointment.addParticipant();
    participant.setActor(new Reference(actor));
    participant.setStatus(ParticipationStatus.ACCEPTED);
    if (type != null) {
      participant.addType().addCoding().setSystem(PARTICIPANT).setCode(type);
    }
  }

  /** The status moves with the facts, so that the version is what they come to. */
  static String version(BookedSession booked) {
    return Long.toString(booked.changedAt().toEpochMilli()) + "-" + booked.status();
  }

  static Provenance provenance(BookedSession booked) {
    UUID author = booked.bookedBy() == null ? booked.facilitators().getFirst() : booked.bookedBy();
    return Provenances.of(
        "Appointment", booked.enrollment(), booked.changedAt(), author, "Practitioner");
  }
}
