package org.daybridge.kit.fhir;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.hl7.fhir.r4.model.CapabilityStatement;

/** The CapabilityStatement, which tells nothing of anybody and needs no token. */
@Path("/fhir/metadata")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class MetadataResource {

  @GET
  @PermitAll
  public CapabilityStatement read() {
    return Capabilities.statement();
  }
}
