package org.daybridge.medication.sideeffect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.daybridge.contract.medication.MedicationEvent.SideEffectReported;
import org.daybridge.contract.medication.MedicationFactId;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.outbox.Outbox;

/** Keeps a reported effect and announces it. */
@ApplicationScoped
public class SideEffectHandler {
  private final SideEffects effects;
  private final Outbox outbox;

  SideEffectHandler(SideEffects effects, Outbox outbox) {
    this.effects = effects;
    this.outbox = outbox;
  }

  @Transactional
  public void report(SideEffect effect, int labels) {
    effects.add(effect, labels);
    outbox.append(
        new SideEffectReported(
            new MedicationFactId(effect.sideEffectId()),
            effect.patientId(),
            effect.orderId() == null ? null : new OrderId(effect.orderId()),
            effect.severity(),
            effect.onsetOn(),
            effect.reportedAt()),
        labels);
  }
}
