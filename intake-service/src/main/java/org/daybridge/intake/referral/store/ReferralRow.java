package org.daybridge.intake.referral.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.intake.referral.Referral;
import org.jspecify.annotations.NullUnmarked;

/** A referral as Hibernate keeps it. */
@Entity
@Table(name = "referral")
@NullUnmarked
class ReferralRow extends PanacheEntityBase {
  @Id
  @Column(name = "referral_id")
  UUID referralId;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "patient_id")
  UUID patientId;

  int labels;

  @Column(name = "track_id")
  UUID trackId;

  String source;
  String channel;
  String urgency;

  @Column(name = "first_contact_at")
  Instant firstContactAt;

  @Column(name = "received_at")
  Instant receivedAt;

  @Column(name = "received_by")
  UUID receivedBy;

  String state;

  @Column(name = "assessment_on")
  LocalDate assessmentOn;

  @Column(name = "decline_reason")
  String declineReason;

  @Column(name = "declined_to")
  String declinedTo;

  @Column(name = "decided_at")
  Instant decidedAt;

  @Version long version;

  void take(Referral referral) {
    patientId = referral.patient().value();
    labels = referral.labels();
    trackId = referral.track().value();
    source = referral.source().name();
    channel = referral.channel().name();
    urgency = referral.urgency().name();
    firstContactAt = referral.firstContactAt();
    receivedAt = referral.receivedAt();
    switch (referral.state()) {
      case Referral.State.Open _ -> state = "OPEN";
      case Referral.State.Accepted(var on) -> {
        state = "ACCEPTED";
        assessmentOn = on;
      }
      case Referral.State.Declined(var reason, var to, var at) -> {
        state = "DECLINED";
        declineReason = reason;
        declinedTo = to;
        decidedAt = at;
      }
      case Referral.State.Admitted _ -> state = "ADMITTED";
    }
  }

  Referral toDomain() {
    return new Referral(
        new ReferralId(referralId),
        new PatientId(patientId),
        new TrackId(trackId),
        Referral.Source.valueOf(source),
        Referral.Channel.valueOf(channel),
        Referral.Urgency.valueOf(urgency),
        firstContactAt,
        receivedAt,
        labels,
        state(state, assessmentOn, declineReason, declinedTo, decidedAt),
        version);
  }

  static Referral.State state(
      String state, LocalDate assessmentOn, String reason, String sentTo, Instant at) {
    return switch (state) {
      case "OPEN" -> new Referral.State.Open();
      case "ACCEPTED" -> new Referral.State.Accepted(assessmentOn);
      case "DECLINED" -> new Referral.State.Declined(reason, sentTo, at);
      case "ADMITTED" -> new Referral.State.Admitted();
      default -> throw new IllegalStateException("Unknown referral state " + state);
    };
  }
}
