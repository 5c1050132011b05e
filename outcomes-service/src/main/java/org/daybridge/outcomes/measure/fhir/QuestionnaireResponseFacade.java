package org.daybridge.outcomes.measure.fhir;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.MeasureId;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.Instruments;
import org.daybridge.outcomes.instrument.fhir.Canonicals;
import org.daybridge.outcomes.measure.Measure;
import org.daybridge.outcomes.measure.MeasureCriteria;
import org.daybridge.outcomes.measure.MeasureCriteria.Shown;
import org.daybridge.outcomes.measure.Measures;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.jspecify.annotations.Nullable;

/** What was answered, as QuestionnaireResponses. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class QuestionnaireResponseFacade {
  private static final String TYPE = "QuestionnaireResponse";

  private final Measures measures;
  private final Instruments instruments;

  QuestionnaireResponseFacade(Measures measures, Instruments instruments) {
    this.measures = measures;
    this.instruments = instruments;
  }

  @GET
  @Path("QuestionnaireResponse/{id}")
  @PermissionsAllowed("questionnaire-response:read")
  public Response read(UUID id) {
    return Response.ok(shown(measures.require(new MeasureId(id))))
        .header("ETag", "W/\"1\"")
        .build();
  }

  @GET
  @Path("QuestionnaireResponse")
  @PermissionsAllowed("questionnaire-response:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("QuestionnaireResponse/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("questionnaire-response:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/QuestionnaireResponse-{id}")
  @PermissionsAllowed("questionnaire-response:read")
  public Provenance provenance(UUID id) {
    return MeasureResources.provenance(TYPE, measures.require(new MeasureId(id)));
  }

  private QuestionnaireResponse shown(Measure measure) {
    return MeasureResources.response(
        measure, instruments.require(measure.instrument(), measure.version()));
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    Search asked =
        Search.of(parameters, "_id", "patient", "subject", "questionnaire", "authored", "status");
    asked.requireOneOf("patient", "subject", "_id");
    Search.Period authored = asked.period("authored");
    Map<String, Provenance> provenances = new HashMap<>();
    List<QuestionnaireResponse> found =
        measures
            .search(
                new MeasureCriteria(
                    asked.id().orElse(null),
                    asked
                        .reference("patient", "Patient")
                        .or(() -> asked.reference("subject", "Patient"))
                        .map(PatientId::new)
                        .orElse(null),
                    questionnaires(asked),
                    statuses(asked),
                    authored.from(),
                    authored.to(),
                    asked.after().orElse(null),
                    asked.count() + 1))
            .stream()
            .map(
                one -> {
                  provenances.put(one.id().toString(), MeasureResources.provenance(TYPE, one));
                  return shown(one);
                })
            .toList();
    return SearchBundle.of(
        TYPE, asked, found, one -> provenances.get(one.getIdElement().getIdPart()));
  }

  private @Nullable List<String> questionnaires(Search asked) {
    return asked
        .text("questionnaire")
        .map(
            url ->
                instruments.all().stream()
                    .filter(one -> isNamed(one, url))
                    .map(Instrument::id)
                    .distinct()
                    .toList())
        .orElse(null);
  }

  private static boolean isNamed(Instrument one, String url) {
    String canonical = Canonicals.questionnaire(one);
    return url.equals(canonical) || url.equals(canonical + "|" + one.version());
  }

  private static @Nullable List<Shown> statuses(Search asked) {
    if (!asked.has("status")) return null;
    return asked.tokens("status").stream()
        .flatMap(
            token ->
                switch (token.code()) {
                  case "completed" -> List.of(Shown.COMPLETE).stream();
                  case "in-progress" -> List.of(Shown.PARTIAL).stream();
                  case "amended" -> List.of(Shown.AMENDED).stream();
                  case "entered-in-error" -> List.of(Shown.ENTERED_IN_ERROR).stream();
                  default -> List.<Shown>of().stream();
                })
        .toList();
  }
}
