package org.daybridge.kit.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which role may do what. The one truth is {@code access-matrix.csv}: a permission a line, then the
 * roles that hold it. Everything not written there is refused.
 */
public final class AccessMatrix {
  /** The roles of the house. */
  public static final Set<String> ROLES =
      Set.of(
          "program_director",
          "clinical_director",
          "supervisor",
          "therapist",
          "group_facilitator",
          "prescriber",
          "nurse",
          "case_manager",
          "dietitian",
          "peer_support",
          "instructor",
          "intake_coordinator",
          "scheduler",
          "support_staff",
          "utilization_reviewer",
          "biller",
          "privacy_officer",
          "patient",
          "proxy",
          "integration_client",
          "service");

  private static final AccessMatrix LOADED = load();

  private final Map<String, Set<String>> rolesByPermission;
  private final Map<String, Set<String>> permissionsByRole;

  private AccessMatrix(Map<String, Set<String>> rolesByPermission) {
    this.rolesByPermission = Collections.unmodifiableMap(rolesByPermission);
    Map<String, Set<String>> byRole = new HashMap<>();
    rolesByPermission.forEach(
        (permission, roles) ->
            roles.forEach(
                role -> byRole.computeIfAbsent(role, r -> new LinkedHashSet<>()).add(permission)));
    this.permissionsByRole = Collections.unmodifiableMap(byRole);
  }

  public static AccessMatrix get() {
    return LOADED;
  }

  /** Whether one of these roles holds the permission. */
  public boolean allows(Set<String> roles, String permission) {
    Set<String> holders = rolesByPermission.get(permission);
    return holders != null && !Collections.disjoint(holders, roles);
  }

  public Set<String> permissions() {
    return rolesByPermission.keySet();
  }

  public Set<String> rolesWith(String permission) {
    return rolesByPermission.getOrDefault(permission, Set.of());
  }

  /** Everything that these roles may do. */
  public Set<String> permissionsOf(Set<String> roles) {
    Set<String> all = new LinkedHashSet<>();
    roles.forEach(role -> all.addAll(permissionsByRole.getOrDefault(role, Set.of())));
    return all;
  }

  private static AccessMatrix load() {
    Map<String, Set<String>> read = new TreeMap<>();
    try (InputStream in = AccessMatrix.class.getResourceAsStream("/access-matrix.csv")) {
      if (in == null) {
        throw new IllegalStateException("access-matrix.csv is missing");
      }
      List<String> lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
      for (String line : lines) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        int comma = line.indexOf(',');
        if (comma < 0) {
          throw new IllegalStateException("access-matrix.csv: no role in line '" + line + "'");
        }
        Set<String> roles =
            new LinkedHashSet<>(List.of(line.substring(comma + 1).trim().split(" +", -1)));
        if (!ROLES.containsAll(roles)) {
          throw new IllegalStateException("access-matrix.csv: unknown role in line '" + line + "'");
        }
        if (read.put(line.substring(0, comma).trim(), roles) != null) {
          throw new IllegalStateException("access-matrix.csv: twice: '" + line + "'");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new AccessMatrix(read);
  }
}
