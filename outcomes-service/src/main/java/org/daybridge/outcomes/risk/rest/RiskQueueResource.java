package org.daybridge.outcomes.risk.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.outcomes.risk.RiskQueue;
import org.daybridge.outcomes.risk.RiskQueueQuery;

/** Who of the caller's patients needs a look first, and why. */
@Path("/api/outcomes/v1/risk-queue")
@Produces(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class RiskQueueResource {
  /** One patient with the reasons, heaviest first. */
  public record QueueEntryView(UUID patientId, int rank, List<ReasonView> reasons) {}

  /** {@code signal} names the reason, {@code evidence} the record that it comes from. */
  public record ReasonView(String signal, int weight, Instant since, UUID evidence, int count) {}

  private final RiskQueueQuery queue;

  RiskQueueResource(RiskQueueQuery queue) {
    this.queue = queue;
  }

  @GET
  @PermissionsAllowed("risk-queue:read")
  public Page<QueueEntryView> read() {
    return new Page<>(queue.ofCaller().stream().map(RiskQueueResource::view).toList(), null);
  }

  private static QueueEntryView view(RiskQueue.Entry entry) {
    return new QueueEntryView(
        entry.patient(),
        entry.rank(),
        entry.reasons().stream()
            .map(
                reason ->
                    new ReasonView(
                        reason.signal().name(),
                        reason.signal().weight(),
                        reason.since(),
                        reason.evidence(),
                        reason.count()))
            .toList());
  }
}
