package org.daybridge.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details. {@code type} ends in the slug of the rule or problem, {@code detail}
 * helps the caller and holds nothing personal.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String ruleId,
    @Nullable String source,
    @Nullable String rulePackVersion,
    @Nullable UUID requestId,
    List<Violation> violations) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /** One field that is wrong: where, and what it must be. */
  public record Violation(String field, String message) {}
}
