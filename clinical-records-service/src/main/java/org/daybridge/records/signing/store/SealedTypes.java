package org.daybridge.records.signing.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.Arrays;
import java.util.List;

/**
 * Lets Jackson see what the compiler knows: a sealed interface is one of its records, named in a
 * field {@code type}. The domain stays free of annotations.
 */
final class SealedTypes extends JacksonAnnotationIntrospector {

  @Override
  public JsonTypeInfo.Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
    var found = super.findPolymorphicTypeInfo(config, annotated);
    return found == null && annotated instanceof AnnotatedClass && isOneOfSealed(annotated)
        ? JsonTypeInfo.Value.construct(
            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, null)
        : found;
  }

  @Override
  public List<NamedType> findSubtypes(Annotated annotated) {
    var permitted = annotated.getRawType().getPermittedSubclasses();
    return permitted == null || !annotated.getRawType().isInterface()
        ? super.findSubtypes(annotated)
        : Arrays.stream(permitted).map(each -> new NamedType(each, each.getSimpleName())).toList();
  }

  @Override
  public String findTypeName(AnnotatedClass annotated) {
    var found = super.findTypeName(annotated);
    return found == null && isOneOfSealed(annotated)
        ? annotated.getRawType().getSimpleName()
        : found;
  }

  private static boolean isOneOfSealed(Annotated annotated) {
    var type = annotated.getRawType();
    return ours(type)
        && (type.isSealed()
            || Arrays.stream(type.getInterfaces()).anyMatch(each -> each.isSealed() && ours(each)));
  }

  private static boolean ours(Class<?> type) {
    return type.getPackageName().startsWith("org.daybridge.records");
  }
}
