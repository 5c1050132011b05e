package org.daybridge.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.UUID;
import org.daybridge.contract.Id;

/**
 * How JSON is read and written: strictly. Unknown fields, wrong types, duplicate keys, numbers for
 * enums or times and text that no database can hold are refused; ids are bare UUIDs.
 */
@Singleton
public class JsonRules implements ObjectMapperCustomizer {
  private static final int LONGEST_TEXT = 400_000;

  /** After all others: a module that is registered later reads in place of an earlier one. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper json) {
    json.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(60)
                .maxStringLength(LONGEST_TEXT)
                .maxNumberLength(40)
                .build());
    json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
        .registerModule(ids());
    json.coercionConfigDefaults()
        .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    json.coercionConfigFor(LogicalType.Boolean)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    json.coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  private static SimpleModule ids() {
    SimpleModule module = new SimpleModule("daybridge");
    module.addSerializer(Id.class, new IdWriter());
    module.setDeserializers(new IdReaders());
    return module;
  }

  private static final class IdWriter extends StdScalarSerializer<Id> {
    IdWriter() {
      super(Id.class);
    }

    @Override
    public void serialize(Id id, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(id.value().toString());
    }
  }

  /** PostgreSQL has no place for NUL in text, and half of a surrogate pair is no character. */
  private static final class TextReader extends StdScalarDeserializer<String> {
    TextReader() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (in.hasToken(JsonToken.START_OBJECT)) {
        return (String) context.handleUnexpectedToken(String.class, in);
      }
      String text = StringDeserializer.instance.deserialize(in, context);
      if (text != null && !isStorable(text)) {
        return (String)
            context.handleWeirdStringValue(String.class, "", "holds NUL or half a character");
      }
      return text;
    }

    private static boolean isStorable(String text) {
      return text.codePoints()
          .noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }
  }

  private static final class IdReaders extends SimpleDeserializers {
    IdReaders() {
      addDeserializer(String.class, new TextReader());
      TimeReader.addAll(this);
    }

    @Override
    public JsonDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description)
        throws com.fasterxml.jackson.databind.JsonMappingException {
      if (Id.class.isAssignableFrom(type.getRawClass()) && type.getRawClass().isRecord()) {
        return new IdReader(type.getRawClass());
      }
      return super.findBeanDeserializer(type, config, description);
    }
  }

  private static final class IdReader extends StdScalarDeserializer<Object> {
    private final transient MethodHandle maker;

    IdReader(Class<?> type) {
      super(type);
      try {
        this.maker =
            MethodHandles.publicLookup()
                .findConstructor(type, MethodType.methodType(void.class, UUID.class));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type.getName() + " has no public constructor of a UUID", e);
      }
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
      UUID value = context.readValue(in, UUID.class);
      try {
        return maker.invoke(value);
      } catch (Throwable e) {
        throw new IOException("An id could not be made", e);
      }
    }
  }
}
