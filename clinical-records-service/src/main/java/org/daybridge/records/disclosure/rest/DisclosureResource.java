package org.daybridge.records.disclosure.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.Id;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.records.disclosure.Disclosure;
import org.daybridge.records.disclosure.Disclosure.RecipientClass;
import org.daybridge.records.disclosure.Disclosures;
import org.jspecify.annotations.Nullable;

/** The accounting of disclosures, for the patient and for whoever answers them. */
@Path("/api/clinical-records/v1/disclosures")
@UnitOfWork
@RunOnVirtualThread
public class DisclosureResource {

  /** HIPAA asks for six years, Part 2 for three (45 CFR 164.528, 42 CFR 2.25). */
  private static final int YEARS = 6;

  private final Disclosures disclosures;
  private final Clock clock;

  DisclosureResource(Disclosures disclosures, Clock clock) {
    this.disclosures = disclosures;
    this.clock = clock;
  }

  record DisclosureView(
      UUID id,
      Instant disclosedAt,
      String recipient,
      RecipientClass recipientClass,
      String purpose,
      String what,
      UUID documentId,
      List<UUID> noteIds,
      @Nullable UUID consentId,
      @Nullable String notice,
      UUID disclosedById) {
    static DisclosureView of(Disclosure each) {
      return new DisclosureView(
          each.id(),
          each.at(),
          each.recipient(),
          each.recipientClass(),
          each.purpose(),
          each.what(),
          each.document(),
          each.notes().stream().map(Id::value).toList(),
          each.consent().orElse(null),
          each.notice().orElse(null),
          each.by().value());
    }
  }

  /** Who had already received a note: to be told when it is retracted. */
  @GET
  @Path("of-note/{noteId}")
  @PermissionsAllowed("disclosure:read")
  public List<DisclosureView> ofNote(UUID noteId) {
    return disclosures.of(new NoteId(noteId)).stream().map(DisclosureView::of).toList();
  }

  record Accounting(Instant since, List<DisclosureView> disclosures) {}

  @GET
  @PermissionsAllowed("disclosure:read")
  public Accounting account(
      @QueryParam("patientId") @Nullable UUID patientId,
      @QueryParam("limit") @Nullable Integer limit) {
    if (patientId == null) throw BadRequest.field("patientId", "is needed");
    var since = clock.instant().atOffset(ZoneOffset.UTC).minusYears(YEARS).toInstant();
    return new Accounting(
        since,
        disclosures
            .of(new PatientId(patientId), since, PageRequest.of(limit, null).limit())
            .stream()
            .map(DisclosureView::of)
            .toList());
  }
}
