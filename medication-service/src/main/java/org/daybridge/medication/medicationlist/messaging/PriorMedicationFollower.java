package org.daybridge.medication.medicationlist.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.intake.IntakeEvent.PriorMedicationReported;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.medication.allergy.Allergies;
import org.daybridge.medication.allergy.Allergy;
import org.daybridge.medication.allergy.Allergy.Category;
import org.daybridge.medication.allergy.Allergy.Criticality;
import org.daybridge.medication.allergy.Allergy.Kind;
import org.daybridge.medication.medicationlist.ListedMedication;
import org.daybridge.medication.medicationlist.MedicationListHandler;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what a referral reported. A medication without a code of RxNorm stays visible as an
 * open item of the reconciliation; its words stay in intake and are looked up there by its id.
 */
@ApplicationScoped
class PriorMedicationFollower implements Follower {
  private static final String RXNORM = "rxnorm";

  private final MedicationListHandler list;
  private final Allergies allergies;
  private final Clock clock;

  PriorMedicationFollower(MedicationListHandler list, Allergies allergies, Clock clock) {
    this.list = list;
    this.allergies = allergies;
    this.clock = clock;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(PriorMedicationReported.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    if (event instanceof PriorMedicationReported reported) {
      if (lower(reported.kind()).startsWith("allerg")) {
        allergies.add(allergy(reported, envelope));
      } else {
        list.reported(medication(reported, envelope));
      }
    }
  }

  private ListedMedication medication(PriorMedicationReported reported, Envelope envelope) {
    var rxcui = isRxNorm(reported) ? reported.code() : null;
    return new ListedMedication(
        Ids.next(),
        reported.patientId(),
        Labels.mask(envelope.labels()),
        0,
        null,
        rxcui,
        list.ingredientOf(rxcui, null),
        null,
        null,
        null,
        null,
        null,
        null,
        ListedMedication.Source.REFERRAL,
        null,
        null,
        ListedMedication.Status.ACTIVE,
        reported.itemId().value(),
        envelope.actorId(),
        clock.instant());
  }

  private Allergy allergy(PriorMedicationReported reported, Envelope envelope) {
    return new Allergy(
        Ids.next(),
        reported.patientId(),
        Labels.mask(envelope.labels()),
        0,
        null,
        reported.codeSystem(),
        reported.code(),
        Category.MEDICATION,
        Kind.ALLERGY,
        criticality(reported.criticality()),
        null,
        Allergy.Status.ACTIVE,
        Allergy.Source.REFERRAL,
        reported.itemId().value(),
        envelope.actorId(),
        clock.instant());
  }

  private static boolean isRxNorm(PriorMedicationReported reported) {
    return reported.code() != null
        && reported.codeSystem() != null
        && lower(reported.codeSystem()).contains(RXNORM);
  }

  private static @Nullable Criticality criticality(@Nullable String code) {
    if (code == null) {
      return null;
    }
    return switch (lower(code)) {
      case "high" -> Criticality.HIGH;
      case "low" -> Criticality.LOW;
      default -> Criticality.UNABLE_TO_ASSESS;
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
