package org.daybridge.intake.assessment.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.AssessmentKind;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.intake.assessment.Assessment;
import org.daybridge.intake.assessment.AssessmentHandler;
import org.daybridge.intake.assessment.Assessments;
import org.daybridge.intake.referral.Referrals;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The parts of the intake assessment of a referral. */
@Path("/api/intake/v1/referrals/{referralId}/assessments")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class AssessmentResource {
  private final AssessmentHandler handler;
  private final Assessments assessments;
  private final Referrals referrals;

  AssessmentResource(AssessmentHandler handler, Assessments assessments, Referrals referrals) {
    this.handler = handler;
    this.assessments = assessments;
    this.referrals = referrals;
  }

  /** A diagnosis in ICD-10-CM with its rank, 1 being the principal one. */
  public record DiagnosisBody(
      @NotNull @Pattern(regexp = "[A-TV-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?") String code,
      @Min(1) @Max(20) int rank) {}

  /** What was found. */
  public record Findings(
      @NotBlank @Size(max = 20000) String summary,
      @Size(max = 20) @Nullable List<@NotNull @Valid DiagnosisBody> diagnoses) {
    @Override
    public String toString() {
      return "Findings[…]";
    }
  }

  /** Why it is put off, and until when. */
  public record Deferral(@NotBlank @Size(max = 500) String reason, @NotNull LocalDate dueOn) {}

  @GET
  @PermissionsAllowed("assessment:read")
  public List<AssessmentView> read(UUID referralId) {
    ReferralId referral = new ReferralId(referralId);
    referrals.require(referral);
    return assessments.of(referral).stream().map(AssessmentView::of).toList();
  }

  /** Completes a part, or amends it; an amendment names the version that it amends in If-Match. */
  @PUT
  @Path("{kind}")
  @PermissionsAllowed("assessment:write")
  public Response complete(
      UUID referralId,
      AssessmentKind kind,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid Findings body) {
    List<Assessment.Diagnosis> diagnoses =
        body.diagnoses() == null
            ? List.of()
            : body.diagnoses().stream()
                .map(d -> new Assessment.Diagnosis(d.code(), d.rank()))
                .toList();
    return answer(
        handler.complete(new ReferralId(referralId), kind, ifMatch, body.summary(), diagnoses));
  }

  @POST
  @Path("{kind}/deferral")
  @PermissionsAllowed("assessment:write")
  public Response defer(UUID referralId, AssessmentKind kind, @NotNull @Valid Deferral body) {
    return answer(handler.defer(new ReferralId(referralId), kind, body.reason(), body.dueOn()));
  }

  private static Response answer(Assessment assessment) {
    return Response.ok(AssessmentView.of(assessment))
        .header("ETag", ETags.of(assessment.version()))
        .build();
  }
}
