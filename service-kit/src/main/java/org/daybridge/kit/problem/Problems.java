package org.daybridge.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.RequestIds;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Makes the answer to a refused or failed request: a problem, or an OperationOutcome under /fhir.
 */
@ApplicationScoped
public class Problems {
  private final ProblemSettings settings;

  Problems(ProblemSettings settings) {
    this.settings = settings;
  }

  public Response answer(String slug, @Nullable String detail) {
    return answer(slug, detail, List.of());
  }

  public Response answer(String slug, @Nullable String detail, List<Problem.Violation> violations) {
    ProblemCatalog.Entry entry = ProblemCatalog.get().find(slug).orElseGet(() -> unlisted(slug));
    return answer(problem(entry, detail, null, violations));
  }

  public Response answer(RuleRefused refused) {
    int status =
        switch (refused.kind()) {
          case STATE -> 409;
          case RULE -> 422;
        };
    ProblemCatalog.Entry listed =
        ProblemCatalog.get().find(refused.rule()).orElseGet(() -> unlisted(refused.rule()));
    ProblemCatalog.Entry entry =
        new ProblemCatalog.Entry(
            listed.slug(), status, listed.title(), listed.source(), listed.advice());
    return answer(problem(entry, refused.getMessage(), refused.rule(), List.of()));
  }

  private Problem problem(
      ProblemCatalog.Entry entry,
      @Nullable String detail,
      @Nullable String ruleId,
      List<Problem.Violation> violations) {
    return new Problem(
        settings.base() + entry.slug(),
        entry.title(),
        entry.status(),
        detail == null ? entry.advice() : detail,
        ruleId,
        entry.source().isEmpty() ? null : entry.source(),
        null,
        requestId(),
        violations);
  }

  /** A slug that no catalog lists is a defect of the service; a test walks all of them. */
  private static ProblemCatalog.Entry unlisted(String slug) {
    return new ProblemCatalog.Entry(slug, 422, slug.replace('-', ' '), "", "");
  }

  private Response answer(Problem problem) {
    Response.ResponseBuilder answer = Response.status(problem.status());
    if (problem.status() == 503 || problem.status() == 429) {
      answer.header("Retry-After", "2");
    }
    if (problem.status() == 401) {
      answer.header("WWW-Authenticate", "Bearer");
    }
    if (RequestIds.isFhir()) {
      return answer.type("application/fhir+json").entity(outcome(problem)).build();
    }
    return answer.type(MediaType.valueOf(Problem.MEDIA_TYPE)).entity(problem).build();
  }

  private static OperationOutcome outcome(Problem problem) {
    OperationOutcome outcome = new OperationOutcome();
    OperationOutcome.OperationOutcomeIssueComponent issue =
        outcome
            .addIssue()
            .setSeverity(OperationOutcome.IssueSeverity.ERROR)
            .setCode(type(problem.status()));
    issue.getDetails().addCoding().setSystem("urn:ietf:rfc:9457").setCode(slug(problem));
    issue.getDetails().setText(problem.title());
    StringBuilder diagnostics = new StringBuilder();
    if (problem.detail() != null) {
      diagnostics.append(problem.detail());
    }
    problem
        .violations()
        .forEach(
            v ->
                diagnostics
                    .append(" ")
                    .append(v.field())
                    .append(": ")
                    .append(v.message())
                    .append('.'));
    issue.setDiagnostics(diagnostics.toString().trim());
    return outcome;
  }

  private static String slug(Problem problem) {
    return problem.type().substring(problem.type().lastIndexOf('/') + 1);
  }

  private static OperationOutcome.IssueType type(int status) {
    return switch (status) {
      case 400, 415, 413 -> OperationOutcome.IssueType.INVALID;
      case 401 -> OperationOutcome.IssueType.LOGIN;
      case 403 -> OperationOutcome.IssueType.FORBIDDEN;
      case 404 -> OperationOutcome.IssueType.NOTFOUND;
      case 405, 501 -> OperationOutcome.IssueType.NOTSUPPORTED;
      case 409, 412, 428 -> OperationOutcome.IssueType.CONFLICT;
      case 422 -> OperationOutcome.IssueType.BUSINESSRULE;
      case 429, 503 -> OperationOutcome.IssueType.TRANSIENT;
      default -> OperationOutcome.IssueType.EXCEPTION;
    };
  }

  private static @Nullable UUID requestId() {
    return RequestIds.current();
  }
}
