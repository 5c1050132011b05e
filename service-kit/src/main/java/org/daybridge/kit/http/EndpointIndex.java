package org.daybridge.kit.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Which permission each endpoint asks for, as its class says it. */
final class EndpointIndex {
  private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
  private static final DotName PERMISSION =
      DotName.createSimple("io.quarkus.security.PermissionsAllowed");
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final Map<String, String> permissions = new HashMap<>();

  EndpointIndex(IndexView index) {
    for (AnnotationInstance path : index.getAnnotations(PATH)) {
      if (path.target().kind() == org.jboss.jandex.AnnotationTarget.Kind.CLASS) {
        add(path.target().asClass(), path.value().asString());
      }
    }
  }

  /** The permission of an operation; empty for one that is open to all. */
  String permission(String method, String path) {
    return permissions.getOrDefault(method + " " + plain(path), "");
  }

  private void add(ClassInfo resource, String base) {
    for (MethodInfo endpoint : resource.methods()) {
      AnnotationInstance permission = endpoint.annotation(PERMISSION);
      for (String method : METHODS) {
        if (permission != null
            && endpoint.hasAnnotation(DotName.createSimple("jakarta.ws.rs." + method))) {
          AnnotationInstance own = endpoint.annotation(PATH);
          String path = own == null ? base : base + "/" + own.value().asString();
          permissions.put(method + " " + plain(path), first(permission.value()));
        }
      }
    }
  }

  private static String first(AnnotationValue value) {
    String[] all = value.asStringArray();
    return all.length == 0 ? "" : all[0];
  }

  /** Slashes once, no expressions in the placeholders, which need not be named alike. */
  private static String plain(String path) {
    return ("/" + path)
        .replaceAll("\\{[^}]*}", "{}")
        .replaceAll("/+", "/")
        .replaceAll("(?<=.)/$", "");
  }
}
