package org.daybridge.local.sample;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daybridge.local.issuer.Clients;
import org.daybridge.local.issuer.Persona;
import org.daybridge.local.issuer.Personas;

/**
 * Loads the clinic itself: sites, rooms, staff, session types, programs, tracks, their weeks, and
 * the accounts of the staff. What is there under its code is left as it is.
 */
final class ClinicLoader {

  private final ClinicApi api;
  private final JsonObject clinic;
  private final Map<String, String> siteIds = new HashMap<>();
  private final Map<String, String> staffIds = new HashMap<>();

  ClinicLoader(SampleTarget target) throws IOException {
    this.api = target.as(Clients.LOADER, "service");
    this.clinic = SampleFile.object("clinic.json", target.today());
  }

  /** Loads what is missing and returns the staff as personas, with the ids that they got. */
  List<Persona> load() throws IOException {
    enterAll("/api/scheduling/v1/sites/", "sites", siteIds);
    for (String site : siteIds.keySet()) {
      JsonObject rooms = clinic.getJsonObject("rooms").getJsonObject(site);
      for (String room : rooms.fieldNames()) {
        enter("/api/scheduling/v1/sites/" + site + "/rooms/" + room, rooms.getJsonObject(room));
      }
    }
    enterAll("/api/scheduling/v1/staff/", "staff", staffIds);
    enterAll("/api/scheduling/v1/session-types/", "sessionTypes", new HashMap<>());
    loadPrograms();
    loadTracks();
    JsonObject listings = clinic.getJsonObject("listings");
    for (String listing : listings.fieldNames()) {
      enter("/api/intake/v1/program-listings/" + listing, listings.getJsonObject(listing));
    }
    JsonObject templates = clinic.getJsonObject("templates");
    for (String track : templates.fieldNames()) {
      enter("/api/scheduling/v1/tracks/" + track + "/template", templates.getJsonObject(track));
    }
    oversee();
    return linkAccounts();
  }

  private void enterAll(String base, String kind, Map<String, String> ids) throws IOException {
    JsonObject entries = clinic.getJsonObject(kind);
    for (String code : entries.fieldNames()) {
      ids.put(code, enter(base + code, entries.getJsonObject(code)).getString("id"));
    }
  }

  /** What is there stays as it is: someone may have changed it since. */
  private JsonObject enter(String path, JsonObject body) throws IOException {
    ClinicApi.Answer there = api.get(path);
    return there.isGood()
        ? there.json()
        : ClinicApi.eventually("Entering " + path, () -> api.put(path, body)).json();
  }

  private void loadPrograms() throws IOException {
    JsonArray there = new JsonArray(api.get("/api/intake/v1/programs").body());
    JsonObject programs = clinic.getJsonObject("programs");
    for (String code : programs.fieldNames()) {
      if (!contains(there, code)) {
        String path = "/api/intake/v1/programs/" + code;
        ClinicApi.eventually("Entering " + path, () -> api.put(path, programs.getJsonObject(code)));
      }
    }
  }

  /** A track names its sites by the ids that scheduling gave, once intake has heard of them. */
  private void loadTracks() throws IOException {
    JsonArray there = new JsonArray(api.get("/api/intake/v1/tracks").body());
    JsonObject tracks = clinic.getJsonObject("tracks");
    for (String code : tracks.fieldNames()) {
      if (contains(there, code)) {
        continue;
      }
      JsonObject body = tracks.getJsonObject(code).copy();
      JsonArray ids = new JsonArray();
      body.getJsonArray("sites").forEach(site -> ids.add(siteIds.get((String) site)));
      body.remove("sites");
      body.put("siteIds", ids);
      String path = "/api/intake/v1/tracks/" + code;
      ClinicApi.eventually("Entering " + path, () -> api.put(path, body));
    }
  }

  private static boolean contains(JsonArray entries, String code) {
    return entries.stream().anyMatch(it -> code.equals(((JsonObject) it).getString("code")));
  }

  private void oversee() throws IOException {
    JsonObject oversight = clinic.getJsonObject("oversight");
    for (String program : oversight.fieldNames()) {
      JsonObject overseers = oversight.getJsonObject(program);
      for (String staff : overseers.fieldNames()) {
        String path = "/api/intake/v1/programs/" + program + "/staff/" + staffIds.get(staff);
        JsonObject body = new JsonObject().put("role", overseers.getString(staff));
        ClinicApi.eventually("Entering " + path, () -> api.put(path, body));
      }
    }
  }

  private List<Persona> linkAccounts() throws IOException {
    List<Persona> linked = new ArrayList<>();
    for (Persona persona : Personas.ofTheSample()) {
      String id = staffIds.getOrDefault(persona.person(), "");
      if (persona.kind() != Persona.Kind.STAFF || id.isEmpty()) {
        continue;
      }
      link(persona, id);
      linked.add(
          new Persona(
              persona.subject(), persona.displayName(), persona.roles(), persona.kind(), id));
    }
    return linked;
  }

  /** Links a subject to a person; a link that is there already is as good. */
  private void link(Persona persona, String personId) throws IOException {
    JsonObject account =
        new JsonObject()
            .put("subject", persona.subject())
            .put("principalId", personId)
            .put("kind", persona.kind().name())
            .put("roles", new JsonArray(persona.roles()));
    ClinicApi.eventually(
        "Linking the account " + persona.subject(),
        () -> api.post("/api/intake/v1/accounts", account),
        answer -> answer.isGood() || answer.status() == 409);
  }

  Map<String, String> siteIds() {
    return siteIds;
  }

  Map<String, String> staffIds() {
    return staffIds;
  }
}
