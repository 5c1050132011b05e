package org.daybridge.local.gateway;

import org.daybridge.local.ServiceName;

/** Where a request goes. */
sealed interface Route {

  /** To a service, on the same path. */
  record ToService(ServiceName service) implements Route {}

  /** To the token issuer, on this path below it. */
  record ToIssuer(String path) implements Route {}

  /** To what describes the issuer. */
  record ToSmartConfiguration() implements Route {}

  /** To the documentation, on this path below it. */
  record ToDocs(String path) implements Route {}

  /** Nowhere: the answer is this problem. */
  record Refused(int status, String slug, String title, String detail) implements Route {}

  /** Nowhere in FHIR: the answer is an OperationOutcome. */
  record FhirRefused(int status, String code, String diagnostics) implements Route {}
}
