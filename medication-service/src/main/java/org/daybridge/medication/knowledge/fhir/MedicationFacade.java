package org.daybridge.medication.knowledge.fhir;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.knowledge.KnowledgeShelf;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** The ingredients that the knowledge in force covers by code, as Medication. Names nobody. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class MedicationFacade {
  private static final String TYPE = "Medication";

  private final KnowledgeShelf shelf;
  private final Clock clock;

  MedicationFacade(KnowledgeShelf shelf, Clock clock) {
    this.shelf = shelf;
    this.clock = clock;
  }

  @GET
  @Path("Medication/{id}")
  @PermissionsAllowed("medication:read")
  public Resource read(@PathParam("id") UUID id) {
    return MedicationResources.of(required(id));
  }

  @GET
  @Path("Medication")
  @PermissionsAllowed("medication:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("Medication/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("medication:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/Medication-{id}")
  @PermissionsAllowed("medication:read")
  public Resource provenance(@PathParam("id") UUID id) {
    return MedicationResources.provenance(required(id), knowledge().edition());
  }

  private Knowledge knowledge() {
    return shelf.inForceOn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private static Stream<Ingredient> coded(Knowledge knowledge) {
    return knowledge.tables().ingredients().stream().filter(drug -> drug.rxcui() != null);
  }

  private Ingredient required(UUID id) {
    return coded(knowledge())
        .filter(drug -> MedicationResources.id(drug).equals(id))
        .findFirst()
        .orElseThrow(() -> new NotVisible(TYPE, id));
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    var asked = Search.of(parameters, "_id", "code", "ingredient-code", "status");
    var statuses = asked.tokens("status");
    boolean active =
        statuses.isEmpty() || statuses.stream().anyMatch(token -> token.code().equals("active"));
    var edition = knowledge().edition();
    var found =
        coded(knowledge())
            .filter(_ -> active)
            .filter(drug -> asked.id().map(MedicationResources.id(drug)::equals).orElse(true))
            .filter(drug -> isOneOf(asked.tokens("code"), drug))
            .filter(drug -> isOneOf(asked.tokens("ingredient-code"), drug))
            .sorted(Comparator.comparing(drug -> MedicationResources.id(drug).toString()))
            .filter(
                drug ->
                    asked
                        .after()
                        .map(
                            last ->
                                MedicationResources.id(drug).toString().compareTo(last.toString())
                                    > 0)
                        .orElse(true))
            .limit(asked.count() + 1L)
            .toList();
    return SearchBundle.of(
        TYPE,
        asked,
        found.stream().map(MedicationResources::of).toList(),
        resource ->
            MedicationResources.provenance(
                required(UUID.fromString(resource.getIdElement().getIdPart())), edition));
  }

  private static boolean isOneOf(List<Search.Token> tokens, Ingredient drug) {
    return tokens.isEmpty()
        || tokens.stream()
            .anyMatch(token -> token.matches(MedicationResources.RXNORM, drug.rxcui()));
  }
}
