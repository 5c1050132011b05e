package org.daybridge.records.teammeeting;

import static org.daybridge.kit.decision.Decision.applied;
import static org.daybridge.kit.decision.Decision.refused;
import static org.daybridge.kit.decision.Decision.refusedState;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.records.signing.CanonicalForm;
import org.daybridge.records.signing.ContentHash;
import org.daybridge.records.teammeeting.AgendaItem.Decided;

/** One meeting: who was there, how many patients are on its agenda, and the signature under it. */
public record TeamMeeting(
    UUID id, LocalDate heldOn, StaffId ledBy, List<StaffId> attendees, int patients, State state) {

  public sealed interface State {
    record Open() implements State {}

    record Signed(
        StaffId physician, List<String> credentials, Instant at, String canonical, ContentHash hash)
        implements State {
      public Signed {
        credentials = List.copyOf(credentials);
      }

      @Override
      public String toString() {
        return "Signed[" + at + ", hash=" + hash.value() + "]";
      }
    }
  }

  /** Who signs, in what capacity, with the credentials of that moment. */
  public record Signer(StaffId person, boolean isPhysician, List<String> credentials) {
    public Signer {
      credentials = List.copyOf(credentials);
    }
  }

  public TeamMeeting {
    attendees = List.copyOf(attendees);
  }

  public static Decision<TeamMeeting, Void> convene(TeamMeeting proposed) {
    if (proposed.attendees().stream().distinct().count() < 2) {
      return refused("meeting-has-attendees", "a meeting has two people or more");
    }
    return proposed.patients() < 1
        ? refused("meeting-has-patients", "nobody is on the agenda")
        : applied(proposed);
  }

  /** What is decided has an owner and a day that is not over when the team meets. */
  public Decision<AgendaItem, Void> decide(AgendaItem item, Decided decided) {
    if (state instanceof State.Signed) return signed();
    return decided.dueOn().isBefore(heldOn)
        ? refused("decision-due-after-meeting", decided.dueOn() + " is before " + heldOn)
        : applied(item.with(decided));
  }

  /** A physician who was there signs a meeting of which they see every patient, each decided. */
  public Decision<TeamMeeting, Void> sign(Signer signer, List<AgendaItem> seen, Instant at) {
    if (state instanceof State.Signed) return signed();
    if (!signer.isPhysician() || !attendees.contains(signer.person())) {
      return refused("meeting-signed-by-physician", "a physician who was there signs");
    }
    if (seen.size() != patients) {
      return refused(
          "meeting-seen-whole", "the signer sees " + seen.size() + " of " + patients + " patients");
    }
    var open = seen.stream().filter(each -> each.decided().isEmpty()).count();
    if (open > 0) {
      return refused("meeting-decides-each", open + " patients have no decision yet");
    }
    var canonical = canonical(signer, seen, at);
    var state =
        new State.Signed(
            signer.person(), signer.credentials(), at, canonical, ContentHash.of(canonical));
    return applied(new TeamMeeting(id, heldOn, ledBy, attendees, patients, state));
  }

  private String canonical(Signer signer, List<AgendaItem> seen, Instant at) {
    return CanonicalForm.of(
        Map.of(
            "form",
            "daybridge-team-meeting-1",
            "meeting",
            id,
            "heldOn",
            heldOn,
            "attendees",
            attendees.stream().map(StaffId::value).toList(),
            "items",
            CanonicalForm.each(seen, AgendaItem::canonical),
            "physician",
            signer.person().value(),
            "credentials",
            signer.credentials(),
            "signedAt",
            at));
  }

  private static <S> Decision<S, Void> signed() {
    return refusedState("meeting-is-open", "it was signed already");
  }
}
