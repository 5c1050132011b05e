package org.daybridge.records.signing.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.daybridge.records.aftercare.Aftercare;
import org.daybridge.records.personalplan.PersonalPlanContent;
import org.daybridge.records.relapse.RelapsePrevention;
import org.daybridge.records.safetyplan.SafetySteps;

/** Writes and reads states of the domain. An older release may read what a newer one wrote. */
@Singleton
public class StateJson {

  private final ObjectMapper mapper;

  StateJson(ObjectMapper json) {
    mapper =
        json.copy()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new SealedTypes())
            .addMixIn(PersonalPlanContent.class, PersonalPlanMixin.class);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = SafetySteps.class, name = "SAFETY"),
    @JsonSubTypes.Type(value = RelapsePrevention.class, name = "RELAPSE_PREVENTION"),
    @JsonSubTypes.Type(value = Aftercare.class, name = "AFTERCARE")
  })
  private interface PersonalPlanMixin {}

  public String write(Object state) {
    try {
      return mapper.writeValueAsString(state);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(state.getClass().getName() + " can't be written", e);
    }
  }

  public <T> T read(String stored, Class<T> type) {
    try {
      return mapper.readValue(stored, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored " + type.getName() + " can't be read", e);
    }
  }
}
