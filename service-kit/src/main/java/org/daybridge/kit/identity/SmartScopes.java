package org.daybridge.kit.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The SMART scopes of a token (SMART App Launch 2.2, section 6). They only narrow what roles and
 * grants allow. A token without any is the clinic's own front end and is not narrowed; a scope that
 * is not understood, such as one with a search in it, grants nothing.
 *
 * @param narrows whether the token has scopes of this kind at all
 * @param grants those that are understood
 */
public record SmartScopes(boolean narrows, List<Grant> grants) {
  /** A token that is not narrowed. */
  public static final SmartScopes NONE = new SmartScopes(false, List.of());

  private static final String READING = "rs";
  private static final String WRITING = "cud";
  private static final Set<String> LEVELS = Set.of("patient", "user", "system");
  private static final Pattern SCOPE =
      Pattern.compile(
          "(patient|user|system)/(\\*|[A-Z][A-Za-z]+)\\.(read|write|\\*|(?=[cruds])c?r?u?d?s?)");

  public SmartScopes {
    grants = List.copyOf(grants);
  }

  /** What one scope allows: for whom, on which resource type or all, which of create to search. */
  public record Grant(String level, String type, String actions) {}

  /** Reads the claim {@code scope}. */
  public static SmartScopes of(@Nullable String claim) {
    if (claim == null || claim.isBlank()) {
      return NONE;
    }
    boolean narrows = false;
    List<Grant> grants = new ArrayList<>();
    for (String word : claim.strip().split("\\s+", -1)) {
      int slash = word.indexOf('/');
      if (slash > 0 && LEVELS.contains(word.substring(0, slash))) {
        narrows = true;
        Matcher scope = SCOPE.matcher(word);
        if (scope.matches()) {
          grants.add(new Grant(scope.group(1), scope.group(2), actions(scope.group(3))));
        }
      }
    }
    return narrows ? new SmartScopes(true, grants) : NONE;
  }

  private static String actions(String written) {
    return switch (written) {
      case "read" -> READING;
      case "write" -> WRITING;
      case "*" -> READING + WRITING;
      default -> written;
    };
  }

  /** Whether a caller of this kind may make this request. */
  public boolean allow(Caller.Kind kind, String method, String path) {
    if (!narrows) {
      return true;
    }
    if (!path.startsWith("/fhir/")) {
      String needed = "GET".equals(method) ? READING : WRITING;
      return needed.chars().allMatch(action -> granted(kind, "*", (char) action));
    }
    String[] parts = path.substring("/fhir/".length()).split("/", -1);
    return granted(kind, parts[0], action(method, parts));
  }

  private boolean granted(Caller.Kind kind, String type, char action) {
    return grants.stream()
        .anyMatch(
            grant ->
                speaksFor(grant.level(), kind)
                    && ("*".equals(grant.type()) || grant.type().equals(type))
                    && grant.actions().indexOf(action) >= 0);
  }

  private static boolean speaksFor(String level, Caller.Kind kind) {
    return switch (kind) {
      case PATIENT, PROXY -> "patient".equals(level) || "user".equals(level);
      case STAFF -> "user".equals(level);
      case CLIENT, SERVICE -> "system".equals(level);
    };
  }

  private static char action(String method, String[] parts) {
    boolean search = parts.length == 1 || "_search".equals(parts[1]);
    return switch (method.toUpperCase(Locale.ROOT)) {
      case "GET", "HEAD" -> search ? 's' : 'r';
      case "POST" -> parts.length > 1 && search ? 's' : 'c';
      case "DELETE" -> 'd';
      default -> 'u';
    };
  }
}
