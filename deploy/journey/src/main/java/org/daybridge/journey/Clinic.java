package org.daybridge.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.local.LocalStack;
import org.daybridge.local.issuer.AccessTokens;
import org.daybridge.local.issuer.Persona;

/** The sample clinic of a running stack, with its people at their front ends. */
final class Clinic {
  private final LocalStack stack;
  private final Map<String, Persona> personas = new HashMap<>();

  Clinic(LocalStack stack) {
    this.stack = stack;
    stack.personas().all().forEach(persona -> personas.put(persona.subject(), persona));
  }

  /** A member of the staff. */
  Person staff(String subject) {
    Persona persona = personas.get(subject);
    if (persona == null) {
      throw new StoryBroken("the clinic employs " + subject);
    }
    return person(subject, subject, persona.roles());
  }

  /** The id under which a member of the staff is known to the services. */
  String id(String subject) {
    return personas.get(subject).person();
  }

  /** A system with a role of its own and no person behind it. */
  Person system(String role) {
    return person(role, "journey-" + role, List.of(role));
  }

  /** Links an account for the patient and signs in with it. */
  Person patient(String patientId) {
    String subject = "patient-" + patientId;
    staff("avery-quinn")
        .post(
            "/api/intake/v1/accounts",
            new JsonObject()
                .put("subject", subject)
                .put("principalId", patientId)
                .put("kind", "PATIENT")
                .put("roles", new JsonArray().add("patient")))
        .expect(201);
    return person("the patient", subject, List.of("patient"));
  }

  private Person person(String name, String subject, List<String> roles) {
    return new Person(name, stack.url(), () -> stack.token(AccessTokens.Wanted.of(subject, roles)));
  }

  Instant now() {
    return stack.now();
  }

  /** Lets time pass for all services. */
  void itIs(Instant now) {
    stack.moveClockTo(now);
  }

  /** A name that nobody else has. */
  static String familyName() {
    return "Journey-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
