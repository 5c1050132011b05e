package org.daybridge.kit.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Addresses are read as strictly as bodies: by itself Java would fill up {@code 1-1-1-1-1} to an id
 * and take every word that is not "true" for no.
 */
@Provider
public class StrictParameters implements ParamConverterProvider {
  private static final int ID_LENGTH = 36;

  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type generic, Annotation[] annotations) {
    if (type == UUID.class) {
      return (ParamConverter<T>) new IdReader();
    }
    return type == Boolean.class || type == boolean.class
        ? (ParamConverter<T>) new YesNoReader()
        : null;
  }

  private static final class IdReader implements ParamConverter<UUID> {
    @Override
    public UUID fromString(String text) {
      if (text.length() != ID_LENGTH) {
        throw new IllegalArgumentException("is not a UUID");
      }
      return UUID.fromString(text);
    }

    @Override
    public String toString(UUID id) {
      return id.toString();
    }
  }

  private static final class YesNoReader implements ParamConverter<Boolean> {
    @Override
    public Boolean fromString(String text) {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new IllegalArgumentException("is neither true nor false");
      };
    }

    @Override
    public String toString(Boolean yes) {
      return yes.toString();
    }
  }
}
