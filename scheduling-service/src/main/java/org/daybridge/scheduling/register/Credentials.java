package org.daybridge.scheduling.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.scheduling.SchedulingEvent.License;

/**
 * What a member of the staff holds. Planning asks before it puts someone on a session; at the start
 * of a session the same question is answered for the record and nobody is stopped.
 */
public record Credentials(List<License> licenses, boolean supervised, boolean hasSupervisor) {
  /** A certificate is not a license: individual therapy asks for the latter. */
  private static final List<String> CERTIFICATES = List.of("CERTIFIED", "PEER", "INSTRUCTOR");

  public Credentials {
    licenses = List.copyOf(licenses);
  }

  /** The rule that keeps this person from a session of the given need on that day, if one does. */
  public Optional<Unfit> unfitFor(Need need, LocalDate day) {
    if (need == Need.NONE) {
      return Optional.empty();
    }
    var held = licenses.stream().filter(license -> serves(license, need)).toList();
    if (held.isEmpty()) {
      return Optional.of(
          new Unfit("license-required", "no license of the kind that this session asks for"));
    }
    if (held.stream().allMatch(license -> license.expiresOn().isBefore(day))) {
      return Optional.of(
          new Unfit(
              "license-expired", "the license expired on " + latest(held) + ", before " + day));
    }
    if (supervised && !hasSupervisor) {
      return Optional.of(
          new Unfit("supervision-required", "an associate needs a supervisor who is named"));
    }
    return Optional.empty();
  }

  private static boolean serves(License license, Need need) {
    return need == Need.CREDENTIAL || !CERTIFICATES.contains(license.type());
  }

  private static LocalDate latest(Collection<License> held) {
    return held.stream()
        .map(License::expiresOn)
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.MIN);
  }

  /** What a session type asks of whoever runs it. */
  public enum Need {
    NONE,
    /** Any credential that is still valid. */
    CREDENTIAL,
    /** A license, not merely a certificate. */
    LICENSE
  }

  /** Why someone may not be planned for a session. */
  public record Unfit(String rule, String because) {}
}
