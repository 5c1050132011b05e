package org.daybridge.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRulesTest {
  private static final ObjectMapper JSON = strict();

  record Whole(
      UUID id,
      PatientId patient,
      Population population,
      LocalDate on,
      LocalTime at,
      Instant moment,
      int count,
      BigDecimal amount,
      boolean yes,
      String text,
      List<String> list) {}

  private static ObjectMapper strict() {
    ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    new JsonRules().customize(json);
    return json;
  }

  @Test
  void readsWhatItWrites() throws JsonProcessingException {
    Whole whole =
        new Whole(
            UUID.randomUUID(),
            new PatientId(UUID.randomUUID()),
            Population.CO_OCCURRING,
            LocalDate.of(2028, 2, 29),
            LocalTime.of(9, 30),
            Instant.parse("2026-11-01T05:30:00Z"),
            -3,
            new BigDecimal("12.50"),
            true,
            "Zoë 😀",
            List.of("a"));
    assertThat(JSON.readValue(JSON.writeValueAsString(whole), Whole.class)).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"nosuch\":1}",
        "{\"count\":1,\"count\":2}",
        "{\"count\":\"1\"}",
        "{\"count\":1.5}",
        "{\"count\":null}",
        "{\"count\":9999999999}",
        "{\"amount\":\"1\"}",
        "{\"yes\":1}",
        "{\"yes\":\"true\"}",
        "{\"text\":1}",
        "{\"text\":true}",
        "{\"text\":{}}",
        "{\"text\":\"a\\u0000b\"}",
        "{\"text\":\"a\\ud800b\"}",
        "{\"list\":\"a\"}",
        "{\"list\":[1]}",
        "{\"population\":0}",
        "{\"population\":\"NOBODY\"}",
        "{\"population\":\"co_occurring\"}",
        "{\"population\":\"\"}",
        "{\"id\":\"nonsense\"}",
        "{\"id\":7}",
        "{\"patient\":\"nonsense\"}",
        "{\"patient\":{\"value\":\"x\"}}",
        "{\"on\":\"2026-02-29\"}",
        "{\"on\":\"2026-02-28T10:00:00Z\"}",
        "{\"on\":20260228}",
        "{\"on\":[2026,2,28]}",
        "{\"on\":\"\"}",
        "{\"at\":\"24:30\"}",
        "{\"at\":[9,30]}",
        "{\"moment\":1761000000}",
        "{\"moment\":\"1761000000\"}",
        "{\"moment\":\"2026-02-28\"}",
        "{\"moment\":\"2026-02-28T10:00:00\"}",
        "{\"moment\":\"2026-02-28T10:00:60Z\"}",
        "{\"count\":1} {\"count\":2}",
        "{\"count\":1,}",
        "{'count':1}",
        "{\"count\":NaN}",
        "{\"count\":01}",
        "[1]",
        "\"text\""
      })
  void refusesWhatIsNotMeant(String body) {
    assertThatThrownBy(() -> JSON.readValue(body, Whole.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void refusesNestingThatWouldExhaustTheStack() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThatThrownBy(() -> JSON.readTree(deep)).isInstanceOf(JsonProcessingException.class);
  }
}
