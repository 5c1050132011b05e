package org.daybridge.kit.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hl7.fhir.r4.model.OperationOutcome;

/** The one FHIR R4 context. Parsers are cheap and not thread-safe: take a new one for each use. */
@ApplicationScoped
public class FhirContexts {
  private static final FhirContext R4 = FhirContext.forR4();

  /** The first encoding scans all definitions, which takes most of a second: not in a request. */
  void warm(@Observes StartupEvent event) {
    Thread.ofVirtual().start(() -> json().encodeResourceToString(new OperationOutcome()));
  }

  public static FhirContext r4() {
    return R4;
  }

  public static IParser json() {
    return R4.newJsonParser();
  }

  /** A parser that refuses what FHIR does not know. */
  public static IParser strictJson() {
    return R4.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
  }
}
