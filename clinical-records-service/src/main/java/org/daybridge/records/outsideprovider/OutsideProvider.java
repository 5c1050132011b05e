package org.daybridge.records.outsideprovider;

import static org.daybridge.kit.decision.Decision.applied;
import static org.daybridge.kit.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.records.register.Filed;

/** One provider as this patient's care needs to know them. */
public record OutsideProvider(
    UUID id,
    PatientId patient,
    int labels,
    String name,
    String role,
    String phone,
    Optional<LocalDate> nextContactOn,
    List<Contact> contacts)
    implements Filed {

  /** Whether something was told to the provider, or only heard from them. */
  public enum Direction {
    HEARD,
    TOLD
  }

  /** One contact; what was told rests on the release. */
  public record Contact(
      Instant at, Direction direction, String about, StaffId by, Optional<UUID> release) {
    @Override
    public String toString() {
      return "Contact[" + at + ", " + direction + "]";
    }
  }

  public OutsideProvider {
    contacts = List.copyOf(contacts);
  }

  public Optional<Instant> lastContactAt() {
    return contacts.stream().map(Contact::at).max(Instant::compareTo);
  }

  public Decision<OutsideProvider, Void> spokenWith(
      Contact contact, Optional<LocalDate> next, Instant now) {
    if (contact.at().isAfter(now)) {
      return refused("contact-has-happened", contact.at() + " is still to come");
    }
    var all = new ArrayList<>(contacts);
    all.add(contact);
    return applied(new OutsideProvider(id, patient, labels, name, role, phone, next, all));
  }

  @Override
  public String toString() {
    return "OutsideProvider[" + id + "]";
  }
}
