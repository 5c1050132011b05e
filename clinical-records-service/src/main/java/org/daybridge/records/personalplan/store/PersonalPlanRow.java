package org.daybridge.records.personalplan.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.records.personalplan.PersonalPlan;
import org.daybridge.records.personalplan.PersonalPlanId;
import org.daybridge.records.personalplan.PersonalPlanKind;
import org.daybridge.records.signing.store.StateJson;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A personal plan as a row: its versions lie in one document. */
@Entity
@Table(name = "personal_plan")
class PersonalPlanRow {
  @Id UUID personalPlanId;
  @Version int rowVersion;
  UUID organizationId;
  UUID patientId;
  int labels;
  UUID episodeId;
  String kind;
  @Nullable Integer signedNumber;
  @Nullable Instant signedAt;
  Instant updatedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  String body;

  record Body(Optional<PersonalPlan.Version> inWork, List<PersonalPlan.SignedVersion> signed) {}

  void take(PersonalPlan plan, UUID organization, Instant now, StateJson json) {
    personalPlanId = plan.id().value();
    organizationId = organization;
    patientId = plan.patient().value();
    labels = plan.labels();
    episodeId = plan.episode().value();
    kind = plan.kind().name();
    signedNumber = plan.inForce().map(each -> each.version().number()).orElse(null);
    signedAt = plan.inForce().map(PersonalPlan.SignedVersion::signedAt).orElse(null);
    updatedAt = now;
    body = json.write(new Body(plan.inWork(), plan.signed()));
  }

  PersonalPlan toDomain(StateJson json) {
    var kept = json.read(body, Body.class);
    return new PersonalPlan(
        new PersonalPlanId(personalPlanId),
        new PatientId(patientId),
        new EpisodeId(episodeId),
        labels,
        PersonalPlanKind.valueOf(kind),
        kept.inWork(),
        kept.signed());
  }
}
