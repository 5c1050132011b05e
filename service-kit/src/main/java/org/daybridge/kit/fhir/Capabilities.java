package org.daybridge.kit.fhir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/**
 * What the one FHIR base offers, from {@code fhir-capabilities.csv}: each type with its profile,
 * read and search, and its search parameters. Every service can tell it, since the base is one.
 */
public final class Capabilities {
  private static final String RELEASED = "2026-11-25";

  private Capabilities() {}

  public static CapabilityStatement statement() {
    CapabilityStatement statement = new CapabilityStatement();
    statement.setStatus(PublicationStatus.ACTIVE);
    statement.setDateElement(new DateTimeType(RELEASED));
    statement.setKind(CapabilityStatementKind.INSTANCE);
    statement.getSoftware().setName("Daybridge");
    statement.getImplementation().setDescription("Daybridge, behind one gateway");
    statement.setFhirVersion(FHIRVersion._4_0_1);
    statement.addFormat("application/fhir+json");
    CapabilityStatementRestComponent rest =
        statement.addRest().setMode(RestfulCapabilityMode.SERVER);
    rest.getSecurity()
        .addService()
        .addCoding()
        .setSystem("http://terminology.hl7.org/CodeSystem/restful-security-service")
        .setCode("SMART-on-FHIR");
    lines().forEach(line -> add(rest, line.split(",", -1)));
    CapabilityStatementRestResourceComponent provenance =
        rest.addResource().setType("Provenance").setVersioning(ResourceVersionPolicy.NOVERSION);
    provenance.addInteraction().setCode(TypeRestfulInteraction.READ);
    return statement;
  }

  private static void add(CapabilityStatementRestComponent rest, String[] line) {
    CapabilityStatementRestResourceComponent resource =
        rest.addResource().setType(line[0]).setVersioning(ResourceVersionPolicy.VERSIONED);
    if (!line[1].isEmpty()) {
      resource.setProfile(line[1]);
    }
    resource.addInteraction().setCode(TypeRestfulInteraction.READ);
    resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
    resource.addSearchRevInclude("Provenance:target");
    for (String parameter : line[2].split(" ", -1)) {
      int colon = parameter.indexOf(':');
      resource
          .addSearchParam()
          .setName(parameter.substring(0, colon))
          .setType(SearchParamType.fromCode(parameter.substring(colon + 1)));
    }
  }

  private static List<String> lines() {
    try (InputStream in = Capabilities.class.getResourceAsStream("/fhir-capabilities.csv")) {
      if (in == null) {
        throw new IllegalStateException("fhir-capabilities.csv is missing");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
