package org.daybridge.records.note;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.daybridge.contract.records.PlanId;
import org.daybridge.contract.records.RecordsEvent;
import org.daybridge.contract.records.RecordsEvent.ProgressNoteSigned;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.records.note.NoteCommand.Sign;
import org.daybridge.records.note.PlanStanding.Active;
import org.daybridge.records.note.PlanStanding.Interim;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.plan.InterimPlanId;
import org.daybridge.records.signing.CanonicalForm;
import org.daybridge.records.signing.ContentHash;
import org.daybridge.records.signing.Credentials;
import org.daybridge.records.signing.Signatory;
import org.daybridge.records.signing.Signature;
import org.daybridge.records.signing.Signature.Means;

/** Turns the draft a signer saw into the signed text, once no rule stands against it. */
final class Signing {

  private final Note note;
  private final NoteContent content;
  private final Sign sign;

  Signing(Note note, Note.Draft draft, Sign sign) {
    this.note = note;
    this.content = draft.heads().getFirst().content();
    this.sign = sign;
  }

  Decision<Note, RecordsEvent> applied() {
    var text = text();
    var signed = new Note.Signed(text, Optional.empty(), List.of(), Optional.empty());
    return new Applied<>(
        note.as(signed),
        List.of(
            new ProgressNoteSigned(
                note.id(),
                note.subject().patient(),
                note.subject().episode(),
                note.occasion().session().orElse(null),
                note.kind().name(),
                content.minutes(),
                content.goals().stream().map(GoalId::value).toList(),
                text.signedAt(),
                text.hash().value())));
  }

  private SignedText text() {
    var facts = sign.facts();
    var due = note.occasion().endedAt().plus(facts.limits().signWithin());
    var late = facts.now().isAfter(due);
    var canonical = canonical(late);
    var hash = ContentHash.of(canonical);
    return new SignedText(
        sign.version(),
        content,
        treatmentPlan(facts.plan()),
        interimPlan(facts.plan()),
        signature(sign.by(), facts.credentials(), facts, hash),
        late,
        !facts.credentials().licensedOn(facts.today()),
        canonical,
        hash);
  }

  private String canonical(boolean late) {
    var form = new TreeMap<String, Object>();
    form.put("form", "daybridge-note-1");
    form.put("note", note.id().value());
    form.put("patient", note.subject().patient().value());
    form.put("episode", note.subject().episode().value());
    form.put("kind", note.kind());
    form.put("format", note.format());
    form.put("occasion", note.occasion().canonical());
    form.put("content", content.canonical());
    form.put("guidedBy", sign.facts().plan().canonical());
    form.put("author", note.author().value());
    form.put("credentials", sign.facts().credentials().asOf(sign.facts().today()));
    form.put("signedAt", sign.facts().now());
    form.put("lateEntry", late);
    if (!sign.facts().attachments().isEmpty()) {
      form.put("attachments", sign.facts().attachments());
    }
    return CanonicalForm.of(form);
  }

  static Signature signature(
      StaffId by, Credentials credentials, SigningFacts facts, ContentHash seen) {
    return new Signature(
        by.value(),
        Signatory.CLINICIAN,
        credentials.asOf(facts.today()),
        facts.now(),
        Means.ELECTRONIC,
        seen);
  }

  static String addendum(
      Note note, int number, StaffId by, List<String> credentials, String text, Instant at) {
    return CanonicalForm.of(
        Map.of(
            "form", "daybridge-addendum-1",
            "note", note.id().value(),
            "number", number,
            "author", by.value(),
            "credentials", credentials,
            "text", text,
            "at", at));
  }

  private static Optional<PlanId> treatmentPlan(PlanStanding standing) {
    return standing instanceof Active(var plan, _) ? Optional.of(plan) : Optional.empty();
  }

  private static Optional<InterimPlanId> interimPlan(PlanStanding standing) {
    return standing instanceof Interim(var plan, _) ? Optional.of(plan) : Optional.empty();
  }
}
