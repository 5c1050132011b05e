package org.daybridge.kit.trial;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.kit.trial.Remarks.Kind;
import org.daybridge.kit.trial.Remarks.RemarkView;
import org.jspecify.annotations.Nullable;

/** Remarks over HTTP. */
@Path("/api/kit/v1/remarks")
@UnitOfWork
@RunOnVirtualThread
public class RemarkResource {
  private final Remarks remarks;

  RemarkResource(Remarks remarks) {
    this.remarks = remarks;
  }

  /** A new remark. */
  public record NewRemark(
      @NotNull UUID patientId,
      @NotBlank @Size(max = 40) String code,
      @NotNull Kind kind,
      @NotNull LocalDate madeOn,
      @NotBlank @Size(max = 200) String wording,
      @Nullable @Size(max = 3) List<@NotNull Integer> marks) {}

  /** New words for a remark. */
  public record Rewording(@NotBlank @Size(max = 200) String wording) {}

  @GET
  @PermissionsAllowed("note:read")
  public Page<RemarkView> list(
      @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    PageRequest asked = PageRequest.of(limit, cursor);
    return Page.of(
        remarks.after(id(asked.after()), asked.rows()), asked, remark -> remark.id().toString());
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("note:read")
  public Response read(UUID id) {
    RemarkView remark = remarks.require(id);
    return Response.ok(remark).header(HttpHeaders.ETAG, ETags.of(remark.version())).build();
  }

  @POST
  @PermissionsAllowed("note:write")
  public Response add(@NotNull @Valid NewRemark body) {
    if (body.wording().equals(body.code())) {
      throw RuleRefused.rule("remark-says-nothing-new", "The wording repeats the code.");
    }
    UUID id =
        remarks.add(
            body.patientId(),
            Labels.MENTAL,
            body.code(),
            body.kind(),
            body.madeOn(),
            body.wording());
    return Response.created(URI.create("/api/kit/v1/remarks/" + id))
        .entity(remarks.require(id))
        .build();
  }

  @PUT
  @Path("{id}")
  @PermissionsAllowed("note:write")
  public RemarkView reword(
      UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Rewording body) {
    RemarkView remark = remarks.require(id);
    ETags.require(ifMatch, remark.version());
    if (remark.withdrawn()) {
      throw RuleRefused.state("remark-is-open", "It is withdrawn.");
    }
    remarks.change(id, remark.patientId(), body.wording(), false);
    return remarks.require(id);
  }

  private static @Nullable UUID id(@Nullable String cursor) {
    try {
      return cursor == null ? null : UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw BadRequest.field("cursor", "is not one that this list gave");
    }
  }
}
