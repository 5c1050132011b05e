package org.daybridge.records.signing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The names a document needs and those it has. A guardian may stand in for the patient. */
public record SignatureSet(
    Set<Signatory> required, List<Signature> signatures, Optional<Refusal> refusal) {

  public SignatureSet {
    required = Set.copyOf(required);
    signatures = List.copyOf(signatures);
  }

  public static SignatureSet needing(Set<Signatory> required) {
    return new SignatureSet(required, List.of(), Optional.empty());
  }

  public Set<Signatory> missing() {
    var missing = EnumSet.noneOf(Signatory.class);
    missing.addAll(required);
    signatures.forEach(signature -> missing.remove(signature.as()));
    if (refusal.isPresent() || has(Signatory.GUARDIAN)) missing.remove(Signatory.PATIENT);
    return missing;
  }

  public boolean complete() {
    return missing().isEmpty();
  }

  public boolean has(Signatory as) {
    return signatures.stream().anyMatch(signature -> signature.as() == as);
  }

  public boolean signedBy(UUID person) {
    return signatures.stream().anyMatch(signature -> signature.person().equals(person));
  }

  /** In words for a copy on paper: capacities and days, no names. */
  public List<String> printed(ZoneId zone) {
    var lines = new ArrayList<String>();
    for (var each : signatures) {
      lines.add(each.as().inWords() + ", " + each.at().atZone(zone).toLocalDate());
    }
    refusal.ifPresent(
        each ->
            lines.add("Patient did not sign, recorded " + each.at().atZone(zone).toLocalDate()));
    return lines;
  }

  public SignatureSet with(Signature signature) {
    var next = new ArrayList<>(signatures);
    next.add(signature);
    return new SignatureSet(required, next, refusal);
  }

  public SignatureSet with(Refusal recorded) {
    return new SignatureSet(required, signatures, Optional.of(recorded));
  }
}
