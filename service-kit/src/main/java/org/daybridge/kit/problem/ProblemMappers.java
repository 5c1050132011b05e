package org.daybridge.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.Denials;
import org.daybridge.kit.http.ReplayedAnswer;
import org.daybridge.kit.http.RequestIds;
import org.daybridge.kit.identity.ScopeMayNot;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** From what was thrown to what the caller is told. One place; no resource catches anything. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final Problems problems;
  private final Denials denials;

  ProblemMappers(Problems problems, Denials denials) {
    this.problems = problems;
    this.denials = denials;
  }

  @ServerExceptionMapper
  Response refused(RuleRefused refused) {
    return problems.answer(refused);
  }

  @ServerExceptionMapper
  Response notVisible(NotVisible thing) {
    return problems.answer("not-found", null);
  }

  @ServerExceptionMapper
  Response badRequest(BadRequest bad) {
    return problems.answer(bad.slug(), bad.getMessage(), bad.violations());
  }

  @ServerExceptionMapper
  Response replayed(ReplayedAnswer answer) {
    return answer.toResponse();
  }

  @ServerExceptionMapper(priority = 1)
  Response unauthorized(UnauthorizedException e) {
    return problems.answer("token-missing-or-invalid", null);
  }

  @ServerExceptionMapper(priority = 1)
  Response authenticationFailed(AuthenticationFailedException e) {
    return problems.answer("token-missing-or-invalid", null);
  }

  @ServerExceptionMapper(priority = 1)
  Uni<Response> forbidden(ForbiddenException e, SimpleResourceInfo asked) {
    String slug = e instanceof ScopeMayNot ? "scope-may-not" : "role-may-not";
    return denials.forbidden(RequestIds.operation(asked), problems.answer(slug, null));
  }

  @ServerExceptionMapper(priority = 1)
  Response invalid(ConstraintViolationException e) {
    List<Problem.Violation> violations =
        e.getConstraintViolations().stream()
            .map(v -> new Problem.Violation(field(v.getPropertyPath().toString()), v.getMessage()))
            .sorted(java.util.Comparator.comparing(Problem.Violation::field))
            .toList();
    return problems.answer("bad-fields", null, violations);
  }

  @ServerExceptionMapper(priority = 1)
  Response mismatched(MismatchedInputException e) {
    return malformed(e);
  }

  @ServerExceptionMapper(priority = 1)
  Response json(JsonProcessingException e) {
    return malformed(e);
  }

  @ServerExceptionMapper(priority = 1)
  Response web(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException bad) {
      return malformed(bad);
    }
    int status = e.getResponse() == null ? 500 : e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    if (e instanceof NotFoundException && e.getCause() != null) {
      return problems.answer("bad-parameter", "A part of the address does not read as its type.");
    }
    return allowing(e.getResponse(), problems.answer(slug(status), null));
  }

  /** A 405 must name the methods that the address does take. */
  private static Response allowing(@Nullable Response from, Response answer) {
    String allowed = from == null ? null : from.getHeaderString(HttpHeaders.ALLOW);
    return allowed == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allowed).build();
  }

  @ServerExceptionMapper(priority = 1)
  Response anythingElse(Throwable e) {
    String slug = DatabaseRefusal.slugOf(e);
    if (slug != null) {
      LOG.debugf("The database refused: %s", slug);
      return problems.answer(slug, null);
    }
    LOG.errorf("A request failed with %s at %s", e.getClass().getName(), origin(e));
    LOG.debug("A request failed", e);
    return problems.answer("unexpected", null);
  }

  /** Class and line where it began, never the message: that may hold a person's data. */
  private static String origin(Throwable e) {
    Throwable root = e;
    for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
      root = root.getCause();
    }
    String first = root.getStackTrace().length == 0 ? "" : root.getStackTrace()[0].toString();
    return root.getClass().getName() + " " + first;
  }

  private Response malformed(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return problems.answer(
          "unknown-field",
          null,
          List.of(new Problem.Violation(path(unknown), "is not a field of this request")));
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return problems.answer(
          "malformed-field",
          null,
          List.of(new Problem.Violation(path(mapping), expected(mapping))));
    }
    return problems.answer("malformed-json", null);
  }

  private static String expected(JsonMappingException e) {
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      Class<?> wanted = mismatch.getTargetType();
      if (wanted.isEnum()) {
        return "must be one of "
            + java.util.Arrays.stream(wanted.getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
      }
      return FieldKinds.wanted(wanted);
    }
    return "does not read";
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String field(String path) {
    int dot = path.indexOf('.');
    String rest = dot < 0 ? path : path.substring(dot + 1);
    int second = rest.indexOf('.');
    return second < 0 ? rest : rest.substring(second + 1);
  }

  private static String slug(int status) {
    return switch (status) {
      case 400 -> "malformed-request";
      case 401 -> "token-missing-or-invalid";
      case 403 -> "role-may-not";
      case 404 -> "not-found";
      case 405 -> "method-not-allowed";
      case 406 -> "not-acceptable";
      case 413 -> "body-too-large";
      case 414 -> "address-too-long";
      case 415 -> "unsupported-media-type";
      case 429 -> "too-many-requests";
      case 503 -> "temporarily-unavailable";
      default -> status < 500 ? "malformed-request" : "unexpected";
    };
  }
}
