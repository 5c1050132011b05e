package org.daybridge.records.personalplan.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.records.episode.Episode;
import org.daybridge.records.episode.Episodes;
import org.daybridge.records.personalplan.PersonalPlan;
import org.daybridge.records.personalplan.PersonalPlanContent;
import org.daybridge.records.personalplan.PersonalPlanHandler;
import org.daybridge.records.personalplan.PersonalPlanId;
import org.daybridge.records.personalplan.PersonalPlanKind;
import org.daybridge.records.personalplan.PersonalPlans;
import org.daybridge.records.print.rest.SheetPrinter;
import org.daybridge.records.signing.Versioned;
import org.daybridge.records.signing.rest.NewRefusal;
import org.daybridge.records.signing.rest.NewSignature;
import org.daybridge.records.signing.rest.SignatureMaker;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the three kinds of personal plans have in common over HTTP. */
@ApplicationScoped
public class PersonalPlanDesk {

  private final PersonalPlanHandler handler;
  private final PersonalPlans plans;
  private final SignatureMaker signatures;
  private final Episodes episodes;
  private final SheetPrinter printer;
  private final Jdbi jdbi;

  PersonalPlanDesk(
      PersonalPlanHandler handler,
      PersonalPlans plans,
      SignatureMaker signatures,
      Episodes episodes,
      SheetPrinter printer,
      Jdbi jdbi) {
    this.episodes = episodes;
    this.printer = printer;
    this.handler = handler;
    this.plans = plans;
    this.signatures = signatures;
    this.jdbi = jdbi;
  }

  /**
   * One kind of plan: what it is, where it lives, what it says.
   *
   * @param <C> the content's type
   */
  public record Shelf<C extends PersonalPlanContent>(
      PersonalPlanKind kind, String path, Class<C> type) {}

  public <C extends PersonalPlanContent> RestResponse<PersonalPlanView<C>> begin(
      Shelf<C> shelf, @Nullable UUID id, UUID patient, C content) {
    var plan = new PersonalPlanId(id == null ? Ids.next() : id);
    var kept = handler.begin(plan, new PatientId(patient), content);
    return ResponseBuilder.create(
            RestResponse.Status.CREATED, PersonalPlanView.of(kept.value(), shelf.type()))
        .location(URI.create(shelf.path() + "/" + plan))
        .header("ETag", ETags.of(kept.version()))
        .build();
  }

  public <C extends PersonalPlanContent> RestResponse<PersonalPlanView<C>> read(
      Shelf<C> shelf, UUID id) {
    return shown(shelf, plans.require(new PersonalPlanId(id), shelf.kind()));
  }

  public <C extends PersonalPlanContent> RestResponse<byte[]> print(Shelf<C> shelf, UUID id) {
    var plan = plans.require(new PersonalPlanId(id), shelf.kind()).value();
    var zone = episodes.find(plan.episode()).map(Episode::zone).orElseThrow(() -> notVisible(plan));
    return printer.answer(plan.printed(zone).orRefuse().next());
  }

  private static NotVisible notVisible(PersonalPlan plan) {
    return new NotVisible("personal-plan", plan.id().value());
  }

  public List<PersonalPlanSummary> list(PersonalPlanKind kind, @Nullable UUID patient) {
    if (patient == null) throw BadRequest.field("patientId", "is needed");
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from personal_plan where patient_id = :patient and kind = :kind"
                            + " order by updated_at desc limit 200")
                    .bind("patient", patient)
                    .bind("kind", kind.name())
                    .map(
                        (row, _) -> {
                          var signed = row.getObject("signed_at", OffsetDateTime.class);
                          return new PersonalPlanSummary(
                              row.getObject("personal_plan_id", UUID.class),
                              row.getObject("patient_id", UUID.class),
                              row.getObject("episode_id", UUID.class),
                              row.getObject("signed_number", Integer.class),
                              signed == null ? null : signed.toInstant());
                        })
                    .list());
    found.forEach(each -> AuditTrail.read("personal-plan", each.id(), each.patientId()));
    return found;
  }

  public <C extends PersonalPlanContent> RestResponse<PersonalPlanView<C>> write(
      Shelf<C> shelf, UUID id, @Nullable String ifMatch, C content) {
    return change(shelf, id, ifMatch, (plan, _, _) -> plan.write(content));
  }

  public <C extends PersonalPlanContent> RestResponse<PersonalPlanView<C>> sign(
      Shelf<C> shelf, UUID id, @Nullable String ifMatch, NewSignature body) {
    return change(
        shelf,
        id,
        ifMatch,
        (plan, now, today) -> plan.sign(signatures.of(body, plan.patient(), now, today)));
  }

  public <C extends PersonalPlanContent> RestResponse<PersonalPlanView<C>> refuse(
      Shelf<C> shelf, UUID id, @Nullable String ifMatch, NewRefusal body) {
    return change(
        shelf, id, ifMatch, (plan, now, _) -> plan.recordRefusal(body.toDomain(now), body.seen()));
  }

  private <C extends PersonalPlanContent> RestResponse<PersonalPlanView<C>> change(
      Shelf<C> shelf, UUID id, @Nullable String ifMatch, PersonalPlanHandler.Command command) {
    return shown(
        shelf,
        handler.handle(
            new PersonalPlanId(id),
            shelf.kind(),
            version -> ETags.require(ifMatch, version),
            command));
  }

  private static <C extends PersonalPlanContent> RestResponse<PersonalPlanView<C>> shown(
      Shelf<C> shelf, Versioned<PersonalPlan> kept) {
    return ResponseBuilder.ok(PersonalPlanView.of(kept.value(), shelf.type()))
        .header("ETag", ETags.of(kept.version()))
        .build();
  }
}
