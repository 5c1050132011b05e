package org.daybridge.kit.fhir;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Writes FHIR resources as FHIR JSON. */
@Provider
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON, MediaType.WILDCARD})
public class FhirJsonWriter implements MessageBodyWriter<IBaseResource> {
  public static final String MEDIA_TYPE = "application/fhir+json";

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return IBaseResource.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      IBaseResource resource,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(
        FhirContexts.json().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8));
  }
}
