package org.daybridge.local.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.daybridge.local.LocalStack;
import org.daybridge.local.ServiceName;
import org.daybridge.local.issuer.AccessTokens;
import org.daybridge.local.issuer.Clients;

/** The requests of a training run: a few of each kind, so that what answers them is recorded. */
final class Training {

  private static final int ROUNDS = 20;

  private Training() {}

  static void exercise(LocalStack stack) throws IOException {
    String token = stack.token(AccessTokens.Wanted.of(Clients.LOADER, List.of("service")));
    List<String> paths =
        Stream.concat(
                Stream.of(
                    "/fhir/metadata",
                    "/fhir/Patient?_count=1",
                    "/fhir/Appointment?_count=1",
                    "/fhir/CarePlan?_count=1",
                    "/fhir/MedicationRequest?_count=1",
                    "/fhir/Observation?_count=1",
                    "/api/intake/v1/me"),
                Stream.of(ServiceName.values()).map(it -> "/docs/openapi/" + it.word() + ".json"))
            .toList();
    HttpClient http = HttpClient.newHttpClient();
    try {
      for (int round = 0; round < ROUNDS; round++) {
        for (String path : paths) {
          http.send(
              HttpRequest.newBuilder(URI.create(stack.url() + path))
                  .header("Authorization", "Bearer " + token)
                  .build(),
              BodyHandlers.discarding());
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
