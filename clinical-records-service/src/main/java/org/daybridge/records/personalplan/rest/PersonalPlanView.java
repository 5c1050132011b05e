package org.daybridge.records.personalplan.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.records.personalplan.PersonalPlan;
import org.daybridge.records.personalplan.PersonalPlanContent;
import org.daybridge.records.signing.Signatory;
import org.daybridge.records.signing.SignatureSet;
import org.jspecify.annotations.Nullable;

/**
 * A personal plan: the version in force and the one in work.
 *
 * @param <C> what this kind of plan says
 */
public record PersonalPlanView<C extends PersonalPlanContent>(
    UUID id,
    UUID patientId,
    UUID episodeId,
    String status,
    @Nullable SignedView<C> signed,
    @Nullable DraftView<C> draft) {

  /** A version that everybody signed. */
  public record SignedView<C extends PersonalPlanContent>(
      int version,
      Instant signedAt,
      String contentHash,
      boolean refusedByPatient,
      List<SignatureView> signatures,
      C content) {}

  /** A version in work, with what keeps it from being signed. */
  public record DraftView<C extends PersonalPlanContent>(
      int version,
      String contentHash,
      List<PersonalPlanContent.Gap> gaps,
      List<SignatureView> signatures,
      List<Signatory> missingSignatures,
      C content) {}

  /** One name. */
  public record SignatureView(UUID personId, Signatory as, Instant at, String means) {}

  static <C extends PersonalPlanContent> PersonalPlanView<C> of(PersonalPlan plan, Class<C> type) {
    var signed = plan.inForce().map(each -> signed(each, type)).orElse(null);
    var draft = plan.inWork().map(each -> draft(each, type)).orElse(null);
    var status = signed == null ? "DRAFT" : draft == null ? "SIGNED" : "IN_REVISION";
    return new PersonalPlanView<>(
        plan.id().value(), plan.patient().value(), plan.episode().value(), status, signed, draft);
  }

  private static <C extends PersonalPlanContent> SignedView<C> signed(
      PersonalPlan.SignedVersion signed, Class<C> type) {
    var version = signed.version();
    return new SignedView<>(
        version.number(),
        signed.signedAt(),
        version.hash().value(),
        version.signatures().refusal().isPresent(),
        signatures(version.signatures()),
        type.cast(version.content()));
  }

  private static <C extends PersonalPlanContent> DraftView<C> draft(
      PersonalPlan.Version version, Class<C> type) {
    return new DraftView<>(
        version.number(),
        version.hash().value(),
        version.content().gaps(),
        signatures(version.signatures()),
        List.copyOf(version.signatures().missing()),
        type.cast(version.content()));
  }

  private static List<SignatureView> signatures(SignatureSet set) {
    return set.signatures().stream()
        .map(each -> new SignatureView(each.person(), each.as(), each.at(), each.means().name()))
        .toList();
  }
}
