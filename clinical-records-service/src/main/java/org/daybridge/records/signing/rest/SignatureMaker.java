package org.daybridge.records.signing.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.signing.ContentHash;
import org.daybridge.records.signing.Signatory;
import org.daybridge.records.signing.Signature;
import org.daybridge.records.signing.Signature.Means;
import org.daybridge.records.staff.StaffRegister;

/** Turns a request to sign into the signature of whoever asks, in the capacity they have. */
@ApplicationScoped
public class SignatureMaker {

  private final StaffRegister staff;

  SignatureMaker(StaffRegister staff) {
    this.staff = staff;
  }

  public Signature of(NewSignature body, PatientId patient, Instant now, LocalDate today) {
    var caller = Callers.current();
    var seen = new ContentHash(body.contentHash());
    return switch (caller.kind()) {
      case PATIENT -> own(body, caller, Signatory.PATIENT, seen, now);
      case PROXY -> own(body, caller, Signatory.GUARDIAN, seen, now);
      case STAFF -> byStaff(body, caller, patient, seen, now, today);
      case CLIENT, SERVICE -> throw capacity("a person signs");
    };
  }

  private static Signature own(
      NewSignature body, Caller caller, Signatory as, ContentHash seen, Instant now) {
    if (body.as() != null && body.as() != as) throw capacity("you sign as " + as);
    return new Signature(caller.principalId(), as, List.of(), now, Means.ELECTRONIC, seen);
  }

  private Signature byStaff(
      NewSignature body,
      Caller caller,
      PatientId patient,
      ContentHash seen,
      Instant now,
      LocalDate today) {
    var as = body.as() == null ? Signatory.CLINICIAN : body.as();
    return switch (as) {
      case CLINICIAN, PHYSICIAN, WITNESS -> {
        if (as == Signatory.PHYSICIAN && !caller.hasRole("prescriber")) {
          throw capacity("only a prescriber signs as physician");
        }
        var role = caller.roles().stream().sorted().findFirst().orElse("staff");
        var credentials = staff.credentials(new StaffId(caller.principalId()), role).asOf(today);
        yield new Signature(caller.principalId(), as, credentials, now, Means.ELECTRONIC, seen);
      }
      case PATIENT -> onPaper(body, patient.value(), as, seen, now);
      case GUARDIAN, FAMILY -> {
        if (body.personId() == null) throw capacity("name the person who signed on paper");
        yield onPaper(body, body.personId(), as, seen, now);
      }
    };
  }

  private static Signature onPaper(
      NewSignature body, UUID person, Signatory as, ContentHash seen, Instant now) {
    if (body.means() != Means.PAPER) {
      throw capacity("staff enter a " + as + " signature only from paper");
    }
    return new Signature(person, as, List.of(), now, Means.PAPER, seen);
  }

  private static RuleRefused capacity(String because) {
    return RuleRefused.rule("signs-in-own-capacity", because);
  }
}
