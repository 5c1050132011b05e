package org.daybridge.records.worklist.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.records.worklist.WorkItem;
import org.daybridge.records.worklist.WorkItem.Kind;
import org.jspecify.annotations.Nullable;

/** What waits for the caller. */
@Path("/api/clinical-records/v1/worklists")
@UnitOfWork
@RunOnVirtualThread
public class WorklistResource {

  private final WorklistQuery query;

  WorklistResource(WorklistQuery query) {
    this.query = query;
  }

  /**
   * The oldest items first; a list that is longer than the limit shows only its most urgent part.
   */
  record Worklist(List<WorkItem> items) {}

  @GET
  @Path("counts")
  @PermissionsAllowed("worklist:read")
  public Map<Kind, Integer> counts() {
    return query.counts();
  }

  /** One list of everything that waits for the caller, across kinds, the first due first. */
  @GET
  @Path("everything")
  @PermissionsAllowed("worklist:read")
  public Worklist everything(@QueryParam("limit") @Nullable Integer limit) {
    return new Worklist(query.everything(PageRequest.of(limit, null).limit()));
  }

  /** My drafts, and sessions that I led and nobody has written about yet. */
  @GET
  @Path("unsigned-notes")
  @PermissionsAllowed("worklist:read")
  public Worklist unsignedNotes(@QueryParam("limit") @Nullable Integer limit) {
    var rows = PageRequest.of(limit, null).limit();
    return new Worklist(
        Stream.concat(
                query.items(Kind.SESSION_WITHOUT_NOTE, rows).stream(),
                query.items(Kind.DRAFT, rows).stream())
            .sorted(Comparator.comparing(WorkItem::dueAt))
            .limit(rows)
            .toList());
  }

  @GET
  @Path("plans-due")
  @PermissionsAllowed("worklist:read")
  public Worklist plansDue(@QueryParam("limit") @Nullable Integer limit) {
    return list(Kind.PLAN_DUE, limit);
  }

  @GET
  @Path("reviews-due")
  @PermissionsAllowed("worklist:read")
  public Worklist reviewsDue(@QueryParam("limit") @Nullable Integer limit) {
    return list(Kind.REVIEW_DUE, limit);
  }

  @GET
  @Path("countersignatures")
  @PermissionsAllowed("worklist:read")
  public Worklist countersignatures(@QueryParam("limit") @Nullable Integer limit) {
    return list(Kind.COUNTERSIGNATURE, limit);
  }

  /** Patients with a high-risk alert since their safety plan was last signed. */
  @GET
  @Path("safety-plans-due")
  @PermissionsAllowed("worklist:read")
  public Worklist safetyPlansDue(@QueryParam("limit") @Nullable Integer limit) {
    return list(Kind.SAFETY_PLAN_DUE, limit);
  }

  /** Certifications whose last day is over or comes within two weeks. */
  @GET
  @Path("certifications-lapsing")
  @PermissionsAllowed("worklist:read")
  public Worklist certificationsLapsing(@QueryParam("limit") @Nullable Integer limit) {
    return list(Kind.CERTIFICATION_LAPSING, limit);
  }

  @GET
  @Path("retractions")
  @PermissionsAllowed("worklist:read")
  public Worklist retractions(@QueryParam("limit") @Nullable Integer limit) {
    return list(Kind.RETRACTION, limit);
  }

  /** Attendance was corrected below what my signed note documents: an addendum is due. */
  @GET
  @Path("attendance-below-notes")
  @PermissionsAllowed("worklist:read")
  public Worklist attendanceBelowNotes(@QueryParam("limit") @Nullable Integer limit) {
    return list(Kind.ATTENDANCE_BELOW_NOTE, limit);
  }

  private Worklist list(Kind kind, @Nullable Integer limit) {
    return new Worklist(query.items(kind, PageRequest.of(limit, null).limit()));
  }
}
