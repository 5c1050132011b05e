package org.daybridge.records.continuedstay.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.records.continuedstay.ContinuedStayPacket.Gap;
import org.daybridge.records.continuedstay.ContinuedStayPacket.Request;
import org.daybridge.records.continuedstay.Evidence;
import org.daybridge.records.continuedstay.PacketHandler;
import org.daybridge.records.continuedstay.PacketHandler.Sent;
import org.daybridge.records.continuedstay.StayEvidence;
import org.daybridge.records.continuedstay.StayEvidence.Kept;
import org.daybridge.records.print.rest.SheetPrinter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Continued-stay packets: assembled, kept, and recorded as a disclosure in one step. */
@Path("/api/clinical-records/v1/continued-stay-packets")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class PacketResource {

  private final PacketHandler handler;
  private final StayEvidence gathered;
  private final PacketSheets sheets;
  private final SheetPrinter printer;

  PacketResource(
      PacketHandler handler, StayEvidence gathered, PacketSheets sheets, SheetPrinter printer) {
    this.handler = handler;
    this.gathered = gathered;
    this.sheets = sheets;
    this.printer = printer;
  }

  record NewPacket(
      @NotNull UUID patientId,
      @NotNull LocalDate from,
      @NotNull LocalDate to,
      @NotBlank @Size(max = 200) String recipient,
      @NotBlank @Size(max = 10_000) String whyNotLower,
      @NotBlank @Size(max = 10_000) String whyNotHigher) {
    @Override
    public String toString() {
      return "NewPacket[" + from + " to " + to + "]";
    }
  }

  record PacketView(
      UUID id,
      List<Gap> gaps,
      UUID patientId,
      UUID episodeId,
      LocalDate from,
      LocalDate to,
      Instant assembledAt,
      String whyNotLower,
      String whyNotHigher,
      Evidence evidence,
      String contentHash,
      UUID disclosureId,
      @Nullable UUID consentId,
      @Nullable String notice) {
    static PacketView of(Sent sent) {
      var packet = sent.packet();
      return new PacketView(
          packet.id(),
          packet.gaps(),
          packet.patient().value(),
          packet.episode().value(),
          packet.from(),
          packet.to(),
          packet.assembledAt(),
          packet.whyNotLower(),
          packet.whyNotHigher(),
          packet.evidence(),
          packet.hash().value(),
          sent.disclosure().id(),
          sent.disclosure().consent().orElse(null),
          sent.disclosure().notice().orElse(null));
    }

    @Override
    public String toString() {
      return "PacketView[" + id + "]";
    }
  }

  @POST
  @PermissionsAllowed("continued-stay-packet:send")
  public RestResponse<PacketView> send(@NotNull @Valid NewPacket body) {
    if (body.to().isBefore(body.from())) throw BadRequest.field("to", "is before from");
    var sent =
        handler.send(
            new PatientId(body.patientId()),
            new Request(body.from(), body.to(), body.whyNotLower(), body.whyNotHigher()),
            body.recipient(),
            new StaffId(Callers.current().principalId()));
    return RestResponse.status(RestResponse.Status.CREATED, PacketView.of(sent));
  }

  /** The packet as it was disclosed, with the hash of exactly this text. */
  @GET
  @Path("{id}")
  @PermissionsAllowed("continued-stay-packet:send")
  public KeptPacketView read(UUID id) {
    var kept = require(id);
    return new KeptPacketView(id, kept.patient().value(), kept.canonical(), kept.hash());
  }

  /** The same packet on paper, gaps first. */
  @GET
  @Path("{id}/print")
  @Produces(SheetPrinter.PDF)
  @PermissionsAllowed("continued-stay-packet:send")
  public RestResponse<byte[]> print(UUID id) {
    return printer.answer(sheets.of(require(id)));
  }

  record KeptPacketView(UUID id, UUID patientId, String canonical, String contentHash) {
    @Override
    public String toString() {
      return "KeptPacketView[" + id + "]";
    }
  }

  private Kept require(UUID id) {
    return gathered.find(id).orElseThrow(() -> new NotVisible("continued-stay-packet", id));
  }
}
