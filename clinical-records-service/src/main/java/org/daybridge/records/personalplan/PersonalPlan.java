package org.daybridge.records.personalplan;

import static org.daybridge.kit.decision.Decision.refused;
import static org.daybridge.kit.decision.Decision.refusedState;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.records.personalplan.PersonalPlanContent.Gap;
import org.daybridge.records.print.Sheet;
import org.daybridge.records.signing.CanonicalForm;
import org.daybridge.records.signing.ContentHash;
import org.daybridge.records.signing.Refusal;
import org.daybridge.records.signing.Signatory;
import org.daybridge.records.signing.Signature;
import org.daybridge.records.signing.SignatureSet;

/**
 * A plan that patient and clinician write for the patient's own use. The text in work is signed by
 * both, or the patient's refusal is recorded; then it is the plan in force and does not change. A
 * revision starts the next version and asks for both names again.
 */
public record PersonalPlan(
    PersonalPlanId id,
    PatientId patient,
    EpisodeId episode,
    int labels,
    PersonalPlanKind kind,
    Optional<Version> inWork,
    List<SignedVersion> signed) {

  public static final Set<Signatory> SIGNATORIES = Set.of(Signatory.PATIENT, Signatory.CLINICIAN);

  /** A text and the names under it so far. */
  public record Version(
      int number,
      PersonalPlanContent content,
      String canonical,
      ContentHash hash,
      SignatureSet signatures) {

    Version with(SignatureSet others) {
      return new Version(number, content, canonical, hash, others);
    }

    @Override
    public String toString() {
      return "Version[" + number + ", hash=" + hash.value() + "]";
    }
  }

  public record SignedVersion(Version version, Instant signedAt) {}

  /** A version became the plan in force; the handler tells others what they need to know. */
  public record VersionSigned(PersonalPlan plan, SignedVersion version) {}

  public PersonalPlan {
    signed = List.copyOf(signed);
  }

  public static PersonalPlan begin(
      PersonalPlanId id,
      PatientId patient,
      EpisodeId episode,
      int labels,
      PersonalPlanContent content) {
    var blank =
        new PersonalPlan(id, patient, episode, labels, content.kind(), Optional.empty(), List.of());
    return blank.working(blank.version(1, content));
  }

  public Optional<SignedVersion> inForce() {
    return signed.isEmpty() ? Optional.empty() : Optional.of(signed.getLast());
  }

  /** The version in force as the patient carries it; a text that is not signed is not printed. */
  public Decision<Sheet, Void> printed(ZoneId zone) {
    return inForce()
        .<Decision<Sheet, Void>>map(each -> Decision.applied(sheet(each, zone)))
        .orElseGet(() -> refusedState("print-needs-signed-plan", "no version is signed yet"));
  }

  private static Sheet sheet(SignedVersion each, ZoneId zone) {
    var version = each.version();
    var day = each.signedAt().atZone(zone).toLocalDate();
    var parts = new ArrayList<>(version.content().printedParts(zone));
    parts.add(new Sheet.Part.Heading("Signed"));
    parts.add(new Sheet.Part.Points(version.signatures().printed(zone)));
    return new Sheet(
        version.content().printedTitle(),
        "This plan is mine. I can ask for changes at any time.",
        parts,
        "Version " + version.number() + ", signed " + day + ", " + version.hash().shortForm());
  }

  /** Writes the text in work, or starts the next version; earlier names fall away. */
  public Decision<PersonalPlan, VersionSigned> write(PersonalPlanContent content) {
    if (content.kind() != kind) {
      return refused("plan-keeps-its-kind", "this is a " + kind + " plan");
    }
    return new Applied<>(working(version(signed.size() + 1, content)), List.of());
  }

  public Decision<PersonalPlan, VersionSigned> sign(Signature signature) {
    return inWork
        .map(version -> sign(version, signature))
        .orElseGet(() -> refusedState("plan-awaits-signatures", "no version is in work"));
  }

  public Decision<PersonalPlan, VersionSigned> recordRefusal(Refusal refusal, ContentHash seen) {
    return inWork
        .map(version -> refuse(version, refusal, seen))
        .orElseGet(() -> refusedState("plan-awaits-signatures", "no version is in work"));
  }

  private Decision<PersonalPlan, VersionSigned> sign(Version version, Signature signature) {
    if (version.signatures().signedBy(signature.person())) {
      return refusedState("each-person-signs-once", signature.person() + " has signed already");
    }
    if (!signature.seen().equals(version.hash())) {
      return refusedState("signer-saw-this-text", "the text changed since it was shown");
    }
    return settle(version, version.signatures().with(signature), signature.at());
  }

  private Decision<PersonalPlan, VersionSigned> refuse(
      Version version, Refusal refusal, ContentHash seen) {
    if (version.signatures().has(Signatory.PATIENT)) {
      return refusedState("each-person-signs-once", "the patient has signed already");
    }
    if (!seen.equals(version.hash())) {
      return refusedState("signer-saw-this-text", "the text changed since it was shown");
    }
    if (refusal.attempts() < 1) {
      return refused("refusal-names-attempts", "say how often the patient was asked");
    }
    if (refusal.witness().equals(refusal.recordedBy())) {
      return refused("refusal-has-a-witness", "the witness is somebody else");
    }
    return settle(version, version.signatures().with(refusal), refusal.at());
  }

  private Decision<PersonalPlan, VersionSigned> settle(
      Version version, SignatureSet signatures, Instant at) {
    var gaps = version.content().gaps();
    if (!gaps.isEmpty()) return refused(gaps.getFirst().rule(), listed(gaps));
    var next = version.with(signatures);
    if (!signatures.complete()) return new Applied<>(working(next), List.of());
    var settled = new SignedVersion(next, at);
    var all = new ArrayList<>(signed);
    all.add(settled);
    var plan = new PersonalPlan(id, patient, episode, labels, kind, Optional.empty(), all);
    return new Applied<>(plan, List.of(new VersionSigned(plan, settled)));
  }

  private Version version(int number, PersonalPlanContent content) {
    var canonical =
        CanonicalForm.of(
            Map.of(
                "form",
                "daybridge-personal-plan-1",
                "plan",
                id.value(),
                "patient",
                patient.value(),
                "kind",
                kind,
                "version",
                number,
                "content",
                content.canonical()));
    return new Version(
        number, content, canonical, ContentHash.of(canonical), SignatureSet.needing(SIGNATORIES));
  }

  private PersonalPlan working(Version version) {
    return new PersonalPlan(id, patient, episode, labels, kind, Optional.of(version), signed);
  }

  private static String listed(List<Gap> gaps) {
    return gaps.stream()
        .map(gap -> gap.rule() + " (" + gap.where() + ")")
        .collect(Collectors.joining("; "));
  }
}
