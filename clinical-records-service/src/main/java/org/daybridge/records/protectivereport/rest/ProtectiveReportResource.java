package org.daybridge.records.protectivereport.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.records.disclosure.Disclosure;
import org.daybridge.records.disclosure.Disclosure.RecipientClass;
import org.daybridge.records.disclosure.Disclosures;
import org.daybridge.records.protectivereport.ProtectiveReport;
import org.daybridge.records.protectivereport.ProtectiveReport.Content;
import org.daybridge.records.protectivereport.ProtectiveReport.Kind;
import org.daybridge.records.protectivereport.ProtectiveReport.State;
import org.daybridge.records.register.Register;
import org.daybridge.records.register.rest.RegisterDesk;
import org.daybridge.records.signing.CanonicalForm;
import org.daybridge.records.signing.ContentHash;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Mandated and duty-to-protect reports. A report that was made is in the accounting. */
@Path("/api/clinical-records/v1/protective-reports")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class ProtectiveReportResource {

  private final Register<ProtectiveReport> reports;
  private final RegisterDesk desk;
  private final RulePacks packs;
  private final Disclosures disclosures;

  ProtectiveReportResource(
      Register<ProtectiveReport> reports,
      RegisterDesk desk,
      RulePacks packs,
      Disclosures disclosures) {
    this.reports = reports;
    this.desk = desk;
    this.packs = packs;
    this.disclosures = disclosures;
  }

  record NewReport(
      @Nullable UUID id,
      @NotNull UUID patientId,
      @NotNull Kind kind,
      @NotNull @Size(max = 200) String recipient,
      @NotBlank @Size(max = 5000) String told,
      @NotNull Instant knownAt,
      @NotNull UUID supervisorId,
      boolean namesProgram) {
    @Override
    public String toString() {
      return "NewReport[" + kind + "]";
    }
  }

  record Making(@NotNull Instant at, @Nullable @Size(max = 100) String reference) {}

  record ReportView(
      UUID id,
      UUID patientId,
      Kind kind,
      String recipient,
      String told,
      Instant knownAt,
      Instant dueAt,
      UUID reporterId,
      UUID supervisorId,
      boolean namesProgram,
      String status,
      @Nullable Instant madeAt,
      @Nullable String reference,
      boolean late) {

    static ReportView of(ProtectiveReport each) {
      var made = each.state() instanceof State.Made it ? it : null;
      var content = each.content();
      return new ReportView(
          each.id(),
          each.patient().value(),
          content.kind(),
          content.recipient(),
          content.told(),
          content.knownAt(),
          each.dueAt(),
          each.reporter().value(),
          content.supervisor().value(),
          content.namesProgram(),
          made == null ? "PREPARED" : "MADE",
          made == null ? null : made.at(),
          made == null ? null : made.reference().orElse(null),
          made != null && made.late());
    }

    @Override
    public String toString() {
      return "ReportView[" + id + ", " + status + "]";
    }
  }

  @POST
  @PermissionsAllowed("protective-report:write")
  public RestResponse<ReportView> prepare(@NotNull @Valid NewReport body) {
    var episode = desk.episode(body.patientId());
    var now = desk.now();
    var hours = packs.on(episode.day(now)).number("protective-report-hours");
    return desk.add(
        reports,
        ProtectiveReport.prepare(
            RegisterDesk.id(body.id()),
            episode.patient(),
            episode.labels(),
            new Content(
                body.kind(),
                body.recipient(),
                body.told(),
                body.knownAt(),
                new StaffId(body.supervisorId()),
                body.namesProgram()),
            RegisterDesk.me(),
            Duration.ofHours(hours),
            now),
        ReportView::of);
  }

  @GET
  @PermissionsAllowed("protective-report:read")
  public List<ReportView> list(@QueryParam("patientId") @Nullable UUID patientId) {
    return desk.list(reports, patientId, ReportView::of);
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("protective-report:read")
  public RestResponse<ReportView> read(UUID id) {
    return desk.read(reports, id, ReportView::of);
  }

  /** It was told: when, and under which reference of the recipient. */
  @POST
  @Path("{id}/making")
  @PermissionsAllowed("protective-report:write")
  public RestResponse<ReportView> made(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Making body) {
    var answer =
        desk.change(
            reports,
            id,
            ifMatch,
            (each, now) -> each.made(body.at(), Optional.ofNullable(body.reference()), now),
            ReportView::of);
    disclosures.keep(disclosure(answer.getEntity(), reports.require(id).value()));
    return answer;
  }

  private Disclosure disclosure(ReportView view, ProtectiveReport report) {
    var told = CanonicalForm.of(Map.of("report", view.id(), "told", view.told()));
    return new Disclosure(
        RegisterDesk.id(null),
        report.patient(),
        report.labels(),
        view.recipient(),
        RecipientClass.OTHER,
        view.kind() == Kind.DUTY_TO_PROTECT ? "THREAT" : "PUBHLTH",
        "PROTECTIVE_REPORT",
        view.id(),
        ContentHash.of(told),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        RegisterDesk.me(),
        desk.now());
  }
}
