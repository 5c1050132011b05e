package org.daybridge.medication.order.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.medication.order.Drug;
import org.daybridge.medication.order.MedicationOrder;
import org.daybridge.medication.order.MedicationOrder.State;
import org.daybridge.medication.order.OrderCommand.HoldReason;
import org.daybridge.medication.order.OrderVersion;
import org.daybridge.medication.order.StopReason;
import org.jspecify.annotations.Nullable;

/** The order without its doses, which are rows of their own. */
@Entity
@Table(name = "medication_order")
class MedicationOrderRow extends PanacheEntityBase {
  @Id
  @Column(name = "order_id")
  UUID id;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "patient_id")
  UUID patientId;

  int labels;
  @Version int version;

  @Column(name = "episode_id")
  @Nullable UUID episodeId;

  int number;
  String rxcui;
  @Nullable String ingredient;
  String name;
  @Nullable String schedule;
  String status;

  @Column(name = "status_reason")
  @Nullable String statusReason;

  @Column(name = "status_changed_at")
  Instant statusChangedAt;

  @Column(name = "declared_second")
  boolean declaredSecond;

  @Column(name = "needs_taper")
  boolean needsTaper;

  @Column(name = "ordered_by")
  UUID orderedBy;

  @Column(name = "ordered_at")
  Instant orderedAt;

  MedicationOrder toDomain(OrderVersion current) {
    return new MedicationOrder(
        new OrderId(id),
        new PatientId(patientId),
        episodeId == null ? null : new EpisodeId(episodeId),
        new Drug(rxcui, name, ingredient, schedule),
        current,
        declaredSecond,
        needsTaper,
        orderedBy,
        orderedAt,
        state());
  }

  private State state() {
    return switch (status) {
      case "ON_HOLD" -> new State.OnHold(HoldReason.valueOf(statusReason), statusChangedAt);
      case "STOPPED" -> new State.Stopped(StopReason.valueOf(statusReason), statusChangedAt);
      default -> new State.Active();
    };
  }

  void take(MedicationOrder order, Instant now) {
    id = order.id().value();
    patientId = order.patient().value();
    episodeId = order.episode() == null ? null : order.episode().value();
    number = order.current().number();
    rxcui = order.drug().rxcui();
    name = order.drug().name();
    ingredient = order.drug().ingredient();
    schedule = order.drug().schedule();
    declaredSecond = order.declaredSecond();
    needsTaper = order.needsTaper();
    orderedBy = order.orderedBy();
    orderedAt = order.orderedAt();
    switch (order.state()) {
      case State.Active _ -> stand("ACTIVE", null, now);
      case State.OnHold(var reason, var since) -> stand("ON_HOLD", reason.name(), since);
      case State.Stopped(var reason, var at) -> stand("STOPPED", reason.name(), at);
    }
  }

  private void stand(String next, @Nullable String reason, Instant at) {
    status = next;
    statusReason = reason;
    statusChangedAt = at;
  }
}
