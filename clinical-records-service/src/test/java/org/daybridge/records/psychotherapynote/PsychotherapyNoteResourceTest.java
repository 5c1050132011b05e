package org.daybridge.records.psychotherapynote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import org.daybridge.contract.intake.GrantKind;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class PsychotherapyNoteResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void existsForItsAuthorAndForNobodyElse() throws SQLException {
    var kept =
        story
            .post(
                story.therapist(),
                "/psychotherapy-notes",
                Map.of("patientId", story.patient, "text", "he dreams of the sea"))
            .statusCode(201);
    var path = API + "/psychotherapy-notes/" + kept.extract().path("id");
    story
        .as(story.therapist())
        .get(path)
        .then()
        .statusCode(200)
        .body("text", equalTo("he dreams of the sea"));
    story.as(story.supervisor()).get(path).then().statusCode(404);
    story.as(story.self()).get(path).then().statusCode(403);
    var broken = Ids.next();
    TestGrants.grant(
        broken, story.patient, GrantKind.BREAK_GLASS, "ETREAT", Labels.ALL_BUT_SEALED | 12, true);
    story
        .as(Tokens.staff("clinical_director", broken))
        .header("X-Purpose-Of-Use", "ETREAT")
        .get(path)
        .then()
        .statusCode(404);
    try (var connection = TestPlatform.superuser();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) from psychotherapy_note"
                    + " where position(convert_to('dreams of the sea', 'UTF8') in cipher) > 0")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  @Test
  void nobodyKeepsOneAboutAPatientWhomTheyDoNotSee() {
    story
        .post(
            Tokens.staff("therapist", Ids.next()),
            "/psychotherapy-notes",
            Map.of("patientId", story.patient, "text", "x"))
        .statusCode(404);
  }
}
