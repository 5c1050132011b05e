package org.daybridge.kit.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.AccessMatrix;

/**
 * The borders of a service, as allow-lists. A feature's root is plain; only its handlers know about
 * transactions and the kit; adapters never meet; every endpoint has one permission and a unit of
 * work.
 */
public final class ArchitectureRules {
  private static final Set<String> ADAPTERS =
      Set.of("rest", "fhir", "messaging", "store", "file", "worker");
  private static final List<String> PLAIN =
      List.of(
          "java.",
          "org.jspecify.",
          "org.daybridge.contract.",
          "org.daybridge.contract",
          "org.daybridge.kit.decision.",
          "org.daybridge.kit.rulepack.");
  private static final List<String> HANDLERS =
      List.of(
          "jakarta.enterprise.context.",
          "jakarta.enterprise.event.",
          "jakarta.enterprise.inject.",
          "jakarta.transaction.",
          "jakarta.annotation.",
          "org.daybridge.kit.");
  private static final String[] FORBIDDEN_SUFFIXES = {
    "Impl", "Manager", "Util", "Utils", "Helper", "Dto", "Entity", "Data", "Info", "Service"
  };

  private ArchitectureRules() {}

  /**
   * All borders of a service. {@code libraries} are the domain libraries that its roots may use.
   */
  public static List<ArchRule> of(String servicePackage, String... libraries) {
    List<ArchRule> rules = new ArrayList<>();
    rules.add(plainRoots(servicePackage, libraries));
    rules.addAll(adaptersNeverMeet(servicePackage));
    rules.add(endpointsStatePermission(servicePackage));
    rules.add(endpointsAreUnitsOfWork(servicePackage));
    rules.add(names(servicePackage));
    return rules;
  }

  public static ArchRule plainRoots(String servicePackage, String... libraries) {
    return classes()
        .that(areFeatureRoots(servicePackage))
        .should(
            new ArchCondition<>("use only plain Java, the contract and the decision kit") {
              @Override
              public void check(JavaClass root, ConditionEvents events) {
                boolean handler = isHandler(root);
                root.getDirectDependenciesFromSelf().stream()
                    .filter(
                        dependency ->
                            !allowed(
                                dependency.getTargetClass().getBaseComponentType(),
                                servicePackage,
                                handler,
                                libraries))
                    .forEach(
                        dependency ->
                            events.add(
                                SimpleConditionEvent.violated(root, dependency.getDescription())));
              }
            });
  }

  private static List<ArchRule> adaptersNeverMeet(String servicePackage) {
    List<ArchRule> rules = new ArrayList<>();
    for (String from : ADAPTERS) {
      for (String to : ADAPTERS) {
        if (!from.equals(to)) {
          rules.add(
              noClasses()
                  .that()
                  .resideInAPackage(servicePackage + ".." + from + "..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage(servicePackage + ".." + to + "..")
                  .allowEmptyShould(true));
        }
      }
    }
    return rules;
  }

  private static ArchRule endpointsStatePermission(String servicePackage) {
    return methods()
        .that(areEndpoints())
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage(servicePackage + "..")
        .should(
            new ArchCondition<>("state exactly one permission of the access matrix") {
              @Override
              public void check(JavaMethod endpoint, ConditionEvents events) {
                boolean open = endpoint.isAnnotatedWith(PermitAll.class);
                String[] stated =
                    endpoint.isAnnotatedWith(PermissionsAllowed.class)
                        ? endpoint.getAnnotationOfType(PermissionsAllowed.class).value()
                        : new String[0];
                boolean good =
                    open
                        ? stated.length == 0
                        : stated.length == 1
                            && AccessMatrix.get().permissions().contains(stated[0]);
                if (!good) {
                  events.add(
                      SimpleConditionEvent.violated(
                          endpoint,
                          endpoint.getFullName() + " states " + String.join(" ", stated)));
                }
              }
            });
  }

  private static ArchRule endpointsAreUnitsOfWork(String servicePackage) {
    return methods()
        .that(areEndpoints())
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage(servicePackage + "..")
        .should(
            new ArchCondition<>("be a unit of work") {
              @Override
              public void check(JavaMethod endpoint, ConditionEvents events) {
                if (!endpoint.isAnnotatedWith(UnitOfWork.class)
                    && !endpoint.getOwner().isAnnotatedWith(UnitOfWork.class)
                    && !endpoint.isAnnotatedWith(PermitAll.class)) {
                  events.add(
                      SimpleConditionEvent.violated(
                          endpoint, endpoint.getFullName() + " is no unit of work"));
                }
              }
            });
  }

  private static ArchRule names(String servicePackage) {
    return classes()
        .that()
        .resideInAPackage(servicePackage + "..")
        .should(
            new ArchCondition<>("have a name of the clinic, not of a technique") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (String suffix : FORBIDDEN_SUFFIXES) {
                  if (type.getSimpleName().endsWith(suffix)) {
                    events.add(
                        SimpleConditionEvent.violated(type, type.getName() + " ends in " + suffix));
                  }
                }
              }
            });
  }

  private static boolean allowed(
      JavaClass target, String servicePackage, boolean handler, String... libraries) {
    if (target.isPrimitive()) {
      return true;
    }
    String name = target.getName();
    if (PLAIN.stream().anyMatch(name::startsWith)) {
      return true;
    }
    for (String library : libraries) {
      if (name.startsWith(library)) {
        return true;
      }
    }
    if (handler && HANDLERS.stream().anyMatch(name::startsWith)) {
      return true;
    }
    return name.startsWith(servicePackage + ".") && isRoot(target, servicePackage);
  }

  /** Handlers, and the read side, are the rooms of a root where the kit and CDI are at home. */
  private static boolean isHandler(JavaClass type) {
    String top = type.getName();
    int dollar = top.indexOf('$');
    String plain = dollar < 0 ? top : top.substring(0, dollar);
    return plain.endsWith("Handler")
        || plain.endsWith("Query")
        || plain.endsWith("Settings")
        || plain.endsWith("Timer")
        || plain.endsWith("package-info");
  }

  private static DescribedPredicate<JavaClass> areFeatureRoots(String servicePackage) {
    return DescribedPredicate.describe(
        "feature roots of " + servicePackage,
        type -> type.getName().startsWith(servicePackage + ".") && isRoot(type, servicePackage));
  }

  private static boolean isRoot(JavaClass type, String servicePackage) {
    String inside =
        type.getPackageName()
            .substring(Math.min(servicePackage.length(), type.getPackageName().length()));
    for (String part : inside.split("\\.", -1)) {
      if (ADAPTERS.contains(part)) {
        return false;
      }
    }
    return true;
  }

  private static DescribedPredicate<JavaMethod> areEndpoints() {
    return DescribedPredicate.describe(
        "are endpoints",
        method ->
            method.isAnnotatedWith(GET.class)
                || method.isAnnotatedWith(POST.class)
                || method.isAnnotatedWith(PUT.class)
                || method.isAnnotatedWith(PATCH.class)
                || method.isAnnotatedWith(DELETE.class));
  }
}
