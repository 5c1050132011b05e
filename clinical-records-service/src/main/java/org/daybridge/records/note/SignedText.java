package org.daybridge.records.note;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.records.PlanId;
import org.daybridge.records.plan.InterimPlanId;
import org.daybridge.records.signing.ContentHash;
import org.daybridge.records.signing.Signature;

/**
 * The text as it was signed. {@code canonical} is the exact form that was hashed: it is what an
 * auditor checks, whatever later releases do to the other fields. A late entry keeps both true
 * times: when the care happened and when it was signed.
 */
public record SignedText(
    int version,
    NoteContent content,
    Optional<PlanId> plan,
    Optional<InterimPlanId> interimPlan,
    Signature signature,
    boolean lateEntry,
    boolean needsCountersignature,
    String canonical,
    ContentHash hash) {

  public boolean verifies() {
    return hash.matches(canonical);
  }

  public Instant signedAt() {
    return signature.at();
  }

  public UUID signer() {
    return signature.person();
  }

  @Override
  public String toString() {
    return "SignedText[version=" + version + ", hash=" + hash.value() + "]";
  }
}
