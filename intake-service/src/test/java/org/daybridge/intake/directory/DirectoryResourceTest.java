package org.daybridge.intake.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anybody finds a program; only the program says what is told of it. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class DirectoryResourceTest {
  private static final String DIRECTORY = "/api/intake/v1/directory";
  private static final String LISTINGS = "/api/intake/v1/program-listings/";
  private static int clients;

  /** A language of its own keeps the listings of one test apart from those of the others. */
  private final String language = "en-x-" + Ids.next().toString().substring(28);

  private String client = "";

  @BeforeEach
  void comeFromAnAddressOfOnesOwn() {
    clients++;
    client = "192.0.2." + clients;
  }

  @Test
  void theNearestComeFirstAndWithoutALogin() {
    enter("far", 42.36, -71.06, "02108", Map.of());
    enter("near", 41.82, -71.41, "02903", Map.of());
    enter("next", 41.83, -71.42, "02904", Map.of());

    search("near=41.82,-71.41&withinKm=100")
        .body("items.listing.name", contains(name("near"), name("next"), name("far")))
        .body("items[0].kilometers", equalTo(0.0f))
        .body("items.code", equalTo(java.util.Arrays.asList(null, null, null)));
    search("near=41.82,-71.41&withinKm=5").body("items", hasSize(2));
    search("postalCode=02903&withinKm=5").body("items[0].listing.name", equalTo(name("near")));
    search("").body("items.listing.name", contains(name("far"), name("near"), name("next")));
  }

  @Test
  void wordsNarrowWhatIsFound() {
    enter("a", 40, -75, "19103", Map.of("treats", Set.of("PTSD", "DEPRESSION")));
    enter("b", 40, -75, "19103", Map.of("schedules", Set.of("EVENING")));
    enter("c", 40, -75, "19103", Map.of("payers", Set.of("Keystone Mutual")));
    enter("d", 40, -75, "19103", Map.of("telehealthStates", Set.of("PA", "NJ")));

    search("treats=PTSD&treats=DEPRESSION").body("items.listing.name", contains(name("a")));
    search("schedule=EVENING").body("items.listing.name", contains(name("b")));
    search("payer=keystone mutual").body("items.listing.name", contains(name("c")));
    search("telehealthState=NJ").body("items.listing.name", contains(name("d")));
    search("treats=PTSD&schedule=EVENING").body("items", hasSize(0));
  }

  @Test
  void whatRanOutIsNotTold() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    List<Map<String, Object>> standings =
        List.of(
            standing("State of Rhode Island", today.plusYears(1)),
            standing("Joint Commission", today.minusDays(1)));
    enter(
        "old",
        41,
        -72,
        "06510",
        Map.of("standings", standings, "room", room(4, today.minusDays(31))));
    enter(
        "new",
        41,
        -72,
        "06510",
        Map.of("standings", standings, "room", room(4, today.minusDays(30))));
    enter("full", 41, -72, "06510", Map.of("room", room(0, today)));

    search("")
        .body(
            "items.find { it.listing.name == '%s' }.listing.room".formatted(name("old")),
            nullValue())
        .body(
            "items.find { it.listing.name == '%s' }.listing.room.freePlaces".formatted(name("new")),
            equalTo(4))
        .body("items.listing.standings.by.flatten()", not(hasItem("Joint Commission")));
    search("free=true").body("items.listing.name", contains(name("new")));
    manager()
        .get(LISTINGS + code("old"))
        .then()
        .body("listing.standings.by", hasItem("Joint Commission"))
        .body("listing.room.freePlaces", equalTo(4));
  }

  @Test
  void aListOfPagesShowsEachOnce() {
    for (int i = 0; i < 5; i++) {
      enter("p" + i, 45 + (i % 2), -93, "55401", Map.of());
    }
    for (String where : List.of("", "near=45,-93&withinKm=500&")) {
      List<String> seen = new ArrayList<>();
      String cursor = null;
      do {
        ValidatableResponse page =
            search(where + "limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
        seen.addAll(page.extract().path("items.id"));
        cursor = page.extract().path("next");
      } while (cursor != null);
      assertThat(seen).hasSize(5);
      assertThat(new HashSet<>(seen)).hasSize(5);
    }
    guest().get(DIRECTORY + "?cursor=eHh4").then().statusCode(400);
  }

  @Test
  void aListingIsEnteredByTheProgramAloneAndByItsVersion() {
    String code = code("mine");
    Map<String, Object> body = listing("mine", 41, -71, "02903", Map.of());
    given()
        .contentType("application/json")
        .body(entry(body, true))
        .put(LISTINGS + code)
        .then()
        .statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.staff("therapist", Ids.next()))
        .contentType("application/json")
        .body(entry(body, true))
        .put(LISTINGS + code)
        .then()
        .statusCode(403);
    String seen =
        manager()
            .body(entry(body, true))
            .put(LISTINGS + code)
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    manager()
        .body(entry(body, true))
        .put(LISTINGS + code)
        .then()
        .statusCode(200)
        .header("ETag", seen);
    manager().body(entry(body, false)).put(LISTINGS + code).then().statusCode(428);
    String id = search("").extract().path("items[0].id");
    guest()
        .get(DIRECTORY + "/" + id)
        .then()
        .statusCode(200)
        .header("Cache-Control", containsString("max-age=60"));
    manager()
        .header("If-Match", seen)
        .body(entry(body, false))
        .put(LISTINGS + code)
        .then()
        .statusCode(200);
    search("").body("items", hasSize(0));
    guest().get(DIRECTORY + "/" + id).then().statusCode(404);
    guest().get(DIRECTORY + "/" + Ids.next()).then().statusCode(404);
  }

  @Test
  void aListingThatCannotBeToldSaysWhy() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    refused(
        Map.of("standings", List.of(standing("State", today.minusDays(1)))),
        422,
        "listing-is-licensed");
    refused(Map.of("room", room(1, today.plusDays(2))), 422, "statement-is-past");
    refused(Map.of("treats", Set.of("HAPPINESS")), 400, "");
    refused(Map.of("languages", Set.of("English")), 400, "");
    guest()
        .get(DIRECTORY + "?postalCode=99999")
        .then()
        .statusCode(422)
        .body("type", endsWith("/postal-code-is-known"));
    guest()
        .get(DIRECTORY + "?near=91,0")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("near"));
    guest().get(DIRECTORY + "?near=north").then().statusCode(400);
    guest().get(DIRECTORY + "?near=1,1&postalCode=02903").then().statusCode(400);
    guest().get(DIRECTORY + "?withinKm=0").then().statusCode(400);
    guest().get(DIRECTORY + "?treats=HAPPINESS").then().statusCode(400);
  }

  @Test
  void whoAsksTooOftenWaitsAndOthersDoNot() {
    int answered = 0;
    ValidatableResponse last = guest().get(DIRECTORY + "?limit=1").then();
    while (last.extract().statusCode() == 200 && answered < 400) {
      answered++;
      last = guest().get(DIRECTORY + "?limit=1").then();
    }
    last.statusCode(429)
        .header("Retry-After", notNullValue())
        .body("type", endsWith("/too-many-requests"));
    assertThat(answered).isBetween(120, 240);
    client = "198.51.100.1";
    guest().get(DIRECTORY + "?limit=1").then().statusCode(200);
  }

  private void refused(Map<String, ?> with, int status, String slug) {
    manager()
        .body(entry(listing("bad", 41, -71, "02903", with), true))
        .put(LISTINGS + code("bad"))
        .then()
        .statusCode(status)
        .body("type", containsString(slug));
    manager().get(LISTINGS + code("bad")).then().statusCode(404);
  }

  private void enter(
      String name, double latitude, double longitude, String postalCode, Map<String, ?> with) {
    manager()
        .body(entry(listing(name, latitude, longitude, postalCode, with), true))
        .put(LISTINGS + code(name))
        .then()
        .statusCode(200);
  }

  private static Map<String, Object> entry(Map<String, Object> listing, boolean published) {
    return Map.of("listing", listing, "published", published);
  }

  private Map<String, Object> listing(
      String name, double latitude, double longitude, String postalCode, Map<String, ?> with) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", name(name));
    body.put("summary", "Groups three days a week.");
    body.put(
        "place",
        Map.of(
            "line", "1 Harbor Street",
            "city", "Providence",
            "state", "RI",
            "postalCode", postalCode,
            "latitude", latitude,
            "longitude", longitude,
            "phone", "401-555-0100"));
    body.put("treats", Set.of("ANXIETY"));
    body.put("schedules", Set.of("DAY"));
    body.put("ages", Set.of("ADULT"));
    body.put("languages", Set.of(language));
    body.put(
        "standings",
        List.of(standing("State of Rhode Island", LocalDate.now(ZoneOffset.UTC).plusYears(1))));
    body.put("fees", List.of(Map.of("per", "DAY", "cents", 35_000)));
    body.put("staff", List.of(Map.of("credential", "LCSW", "people", 4)));
    body.putAll(with);
    return body;
  }

  private static Map<String, Object> standing(String by, LocalDate validTo) {
    return Map.of("by", by, "kind", "license", "validTo", validTo.toString());
  }

  private static Map<String, Object> room(int free, LocalDate on) {
    return Map.of("freePlaces", free, "waitDays", 7, "statedOn", on.toString());
  }

  private String name(String name) {
    return name + " " + language;
  }

  private String code(String name) {
    return name + "-" + language;
  }

  private ValidatableResponse search(String query) {
    return guest().get(DIRECTORY + "?language=" + language + "&" + query).then().statusCode(200);
  }

  private RequestSpecification guest() {
    return given().header("X-Forwarded-For", client);
  }

  private static RequestSpecification manager() {
    return given()
        .auth()
        .oauth2(Tokens.staff("program_director", Ids.next()))
        .contentType("application/json");
  }
}
