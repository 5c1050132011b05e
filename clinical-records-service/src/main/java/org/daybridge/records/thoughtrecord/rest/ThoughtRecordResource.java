package org.daybridge.records.thoughtrecord.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.records.register.Register;
import org.daybridge.records.register.rest.RegisterDesk;
import org.daybridge.records.thoughtrecord.ThoughtRecord;
import org.daybridge.records.thoughtrecord.ThoughtRecord.Feeling;
import org.daybridge.records.thoughtrecord.ThoughtRecord.Pattern;
import org.daybridge.records.thoughtrecord.ThoughtRecord.Thought;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Thought records. */
@Path("/api/clinical-records/v1/thought-records")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class ThoughtRecordResource {

  private final Register<ThoughtRecord> thoughts;
  private final RegisterDesk desk;

  ThoughtRecordResource(Register<ThoughtRecord> thoughts, RegisterDesk desk) {
    this.thoughts = thoughts;
    this.desk = desk;
  }

  record FeelingBody(
      @NotBlank @Size(max = 60) String name,
      @NotNull @Min(0) @Max(100) Integer before,
      @Nullable @Min(0) @Max(100) Integer after) {
    @Override
    public String toString() {
      return "FeelingBody[]";
    }
  }

  record ThoughtBody(
      @NotBlank @Size(max = 2000) String situation,
      @NotBlank @Size(max = 2000) String automatic,
      @NotNull @Size(min = 1, max = 10) List<@Valid @NotNull FeelingBody> feelings,
      @NotNull Set<@NotNull Pattern> patterns,
      @NotNull @Size(max = 5000) String evidenceFor,
      @NotNull @Size(max = 5000) String evidenceAgainst,
      @NotNull @Size(max = 2000) String balanced) {

    Thought toDomain() {
      return new Thought(
          situation,
          automatic,
          feelings.stream()
              .map(
                  each ->
                      new Feeling(each.name(), each.before(), Optional.ofNullable(each.after())))
              .toList(),
          patterns,
          evidenceFor,
          evidenceAgainst,
          balanced);
    }

    @Override
    public String toString() {
      return "ThoughtBody[]";
    }
  }

  record NewThoughtRecord(
      @Nullable UUID id,
      @NotNull UUID patientId,
      @NotNull Instant happenedAt,
      @NotNull @Valid ThoughtBody thought) {}

  record ThoughtRecordView(
      UUID id, UUID patientId, Instant happenedAt, boolean finished, Thought thought) {
    static ThoughtRecordView of(ThoughtRecord each) {
      return new ThoughtRecordView(
          each.id(), each.patient().value(), each.happenedAt(), each.finished(), each.thought());
    }
  }

  @POST
  @PermissionsAllowed("thought-record:write")
  public RestResponse<ThoughtRecordView> write(@NotNull @Valid NewThoughtRecord body) {
    var episode = desk.episode(body.patientId());
    return desk.add(
        thoughts,
        ThoughtRecord.write(
            RegisterDesk.id(body.id()),
            episode.patient(),
            episode.labels(),
            body.happenedAt(),
            body.thought().toDomain(),
            desk.now()),
        ThoughtRecordView::of);
  }

  @GET
  @PermissionsAllowed("thought-record:read")
  public List<ThoughtRecordView> list(@QueryParam("patientId") @Nullable UUID patientId) {
    return desk.list(thoughts, patientId, ThoughtRecordView::of);
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("thought-record:read")
  public RestResponse<ThoughtRecordView> read(UUID id) {
    return desk.read(thoughts, id, ThoughtRecordView::of);
  }

  @PUT
  @Path("{id}/thought")
  @PermissionsAllowed("thought-record:write")
  public RestResponse<ThoughtRecordView> rewrite(
      UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ThoughtBody body) {
    return desk.change(
        thoughts, id, ifMatch, (each, _) -> each.rewrite(body.toDomain()), ThoughtRecordView::of);
  }
}
