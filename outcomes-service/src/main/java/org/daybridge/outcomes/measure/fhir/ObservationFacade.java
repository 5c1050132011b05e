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
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Provenance;
import org.jspecify.annotations.Nullable;

/** Scores as survey Observations. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class ObservationFacade {
  private static final String TYPE = "Observation";

  private final Measures measures;
  private final Instruments instruments;

  ObservationFacade(Measures measures, Instruments instruments) {
    this.measures = measures;
    this.instruments = instruments;
  }

  @GET
  @Path("Observation/{id}")
  @PermissionsAllowed("observation:read")
  public Response read(UUID id) {
    return Response.ok(shown(measures.require(new MeasureId(id))))
        .header("ETag", "W/\"1\"")
        .build();
  }

  @GET
  @Path("Observation")
  @PermissionsAllowed("observation:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("Observation/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("observation:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/Observation-{id}")
  @PermissionsAllowed("observation:read")
  public Provenance provenance(UUID id) {
    return MeasureResources.provenance(TYPE, measures.require(new MeasureId(id)));
  }

  private Observation shown(Measure measure) {
    return MeasureResources.observation(
        measure, instruments.require(measure.instrument(), measure.version()));
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    Search asked =
        Search.of(parameters, "_id", "patient", "subject", "category", "code", "date", "status");
    asked.requireOneOf("patient", "subject", "_id");
    Search.Period date = asked.period("date");
    Map<String, Provenance> provenances = new HashMap<>();
    List<Observation> found =
        isOtherCategory(asked)
            ? List.of()
            : measures
                .search(
                    new MeasureCriteria(
                        asked.id().orElse(null),
                        asked
                            .reference("patient", "Patient")
                            .or(() -> asked.reference("subject", "Patient"))
                            .map(PatientId::new)
                            .orElse(null),
                        coded(asked),
                        statuses(asked),
                        date.from(),
                        date.to(),
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

  private static boolean isOtherCategory(Search asked) {
    return asked.has("category")
        && asked.tokens("category").stream().noneMatch(token -> token.code().equals("survey"));
  }

  private @Nullable List<String> coded(Search asked) {
    if (!asked.has("code")) return null;
    return instruments.all().stream()
        .filter(
            one ->
                asked.tokens("code").stream()
                    .anyMatch(
                        token ->
                            token.matches(Canonicals.INSTRUMENTS, one.id())
                                || token.matches(Canonicals.LOINC, loinc(one))))
        .map(Instrument::id)
        .distinct()
        .toList();
  }

  private static String loinc(Instrument one) {
    String code = MeasureResources.loinc(one);
    return code == null ? "" : code;
  }

  private static @Nullable List<Shown> statuses(Search asked) {
    if (!asked.has("status")) return null;
    return asked.tokens("status").stream()
        .flatMap(
            token ->
                switch (token.code()) {
                  case "final" -> List.of(Shown.COMPLETE).stream();
                  case "preliminary" -> List.of(Shown.PARTIAL).stream();
                  case "amended" -> List.of(Shown.AMENDED).stream();
                  case "entered-in-error" -> List.of(Shown.ENTERED_IN_ERROR).stream();
                  default -> List.<Shown>of().stream();
                })
        .toList();
  }
}
