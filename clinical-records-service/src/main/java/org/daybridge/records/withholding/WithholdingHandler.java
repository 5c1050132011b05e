package org.daybridge.records.withholding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.records.note.Note;
import org.daybridge.records.note.Notes;

/** Holds a signed note back from its patient, and lets it go again. */
@ApplicationScoped
public class WithholdingHandler {

  private final Withholdings withholdings;
  private final Notes notes;
  private final RulePacks packs;
  private final Clock clock;

  WithholdingHandler(Withholdings withholdings, Notes notes, RulePacks packs, Clock clock) {
    this.withholdings = withholdings;
    this.notes = notes;
    this.packs = packs;
    this.clock = clock;
  }

  @Transactional
  public Withholding withhold(NoteId id, Withholding.Reason reason, Instant endsAt, StaffId by) {
    var note = notes.require(id).value();
    if (!(note.state() instanceof Note.Signed)) {
      throw RuleRefused.state("note-is-signed", "a draft is not shown to the patient anyway");
    }
    var now = clock.instant();
    var most = packs.on(LocalDate.ofInstant(now, ZoneOffset.UTC)).number("withholding-most-days");
    var withholding =
        Withholding.begin(
                new Withholding(
                    Ids.next(),
                    id,
                    note.subject().patient(),
                    note.subject().labels(),
                    reason,
                    by,
                    now,
                    endsAt,
                    Optional.empty()),
                most)
            .orRefuse()
            .next();
    withholdings.add(withholding);
    return withholding;
  }

  @Transactional
  public void lift(NoteId id) {
    notes.require(id);
    if (!withholdings.lift(id, clock.instant())) {
      throw RuleRefused.state("note-is-withheld", "nothing holds this note back");
    }
  }
}
