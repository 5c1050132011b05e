package org.daybridge.records.plan;

import java.util.Map;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.PlanId;
import org.daybridge.records.signing.CanonicalForm;
import org.daybridge.records.signing.ContentHash;
import org.daybridge.records.signing.SignatureSet;

/** A version in work: the text everybody is about to sign, and who has signed it so far. */
public record PlanDraft(
    int number, PlanContent content, String canonical, ContentHash hash, SignatureSet signatures) {

  static PlanDraft of(
      PlanId plan,
      PatientId patient,
      EpisodeId episode,
      int number,
      PlanContent content,
      PlanLimits limits) {
    var canonical =
        CanonicalForm.of(
            Map.of(
                "form", "daybridge-plan-1",
                "plan", plan.value(),
                "patient", patient.value(),
                "episode", episode.value(),
                "version", number,
                "content", content.canonical()));
    return new PlanDraft(
        number,
        content,
        canonical,
        ContentHash.of(canonical),
        SignatureSet.needing(limits.signatures()));
  }

  PlanDraft with(SignatureSet others) {
    return new PlanDraft(number, content, canonical, hash, others);
  }

  @Override
  public String toString() {
    return "PlanDraft[" + number + ", hash=" + hash.value() + "]";
  }
}
