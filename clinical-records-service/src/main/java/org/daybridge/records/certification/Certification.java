package org.daybridge.records.certification;

import static org.daybridge.kit.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.records.signing.CanonicalForm;
import org.daybridge.records.signing.ContentHash;
import org.daybridge.records.signing.Credentials;

/**
 * One certified period. It is signed once and never changed; care beyond its last day is not
 * payable until the next one is signed, and the gap stays visible for good.
 */
public record Certification(
    CertificationId id,
    PatientId patient,
    EpisodeId episode,
    int labels,
    Kind kind,
    LocalDate from,
    LocalDate through,
    int hoursPerWeek,
    String statement,
    StaffId physician,
    List<String> credentials,
    Instant signedAt,
    String canonical,
    ContentHash hash) {

  public enum Kind {
    INITIAL,
    RECERTIFICATION
  }

  public record Limits(int days, int leastHoursPerWeek, String packVersion) {}

  /** What a physician states. */
  public record Statement(LocalDate from, int hoursPerWeek, String text) {
    @Override
    public String toString() {
      return "Statement[from=" + from + ", hoursPerWeek=" + hoursPerWeek + "]";
    }
  }

  public record Signer(StaffId physician, boolean isPhysician, Credentials credentials) {}

  public Certification {
    credentials = List.copyOf(credentials);
  }

  public static Decision<Certification, Void> sign(
      CertificationId id,
      Certified certified,
      Statement statement,
      Signer signer,
      Limits limits,
      Instant at,
      LocalDate today) {
    if (!signer.isPhysician()) {
      return refused("certification-by-physician", "only a physician certifies (CMS-3)");
    }
    if (statement.from().isBefore(today)) {
      return refused(
          "certification-not-back-dated", statement.from() + " is before today, " + today);
    }
    if (statement.hoursPerWeek() < limits.leastHoursPerWeek()) {
      return refused(
          "certification-needs-nine-hours",
          statement.hoursPerWeek() + " h a week are under " + limits.leastHoursPerWeek());
    }
    var overlap = certified.last().filter(last -> !statement.from().isAfter(last.from()));
    if (overlap.isPresent()) {
      return refused(
          "certifications-follow-each-other", "the last one starts on " + overlap.get().from());
    }
    var kind = certified.last().isPresent() ? Kind.RECERTIFICATION : Kind.INITIAL;
    var through = statement.from().plusDays(limits.days() - 1L);
    var credentials = signer.credentials().asOf(today);
    var canonical =
        CanonicalForm.of(
            Map.of(
                "form", "daybridge-certification-1",
                "certification", id.value(),
                "patient", certified.patient().value(),
                "kind", kind,
                "from", statement.from(),
                "through", through,
                "hoursPerWeek", statement.hoursPerWeek(),
                "statement", statement.text(),
                "signed",
                    Map.of(
                        "physician", signer.physician().value(),
                        "credentials", credentials,
                        "at", at)));
    return new Applied<>(
        new Certification(
            id,
            certified.patient(),
            certified.episode(),
            certified.labels(),
            kind,
            statement.from(),
            through,
            statement.hoursPerWeek(),
            statement.text(),
            signer.physician(),
            credentials,
            at,
            canonical,
            ContentHash.of(canonical)),
        List.of());
  }

  /** The first day without a certification, when a later one has not closed the gap. */
  public LocalDate lapsesOn() {
    return through.plusDays(1);
  }

  /** Whose care is certified, and by what it was certified so far. */
  public record Certified(
      PatientId patient, EpisodeId episode, int labels, Optional<Certification> last) {}

  @Override
  public String toString() {
    return "Certification[" + id.value() + ", " + from + " through " + through + "]";
  }
}
