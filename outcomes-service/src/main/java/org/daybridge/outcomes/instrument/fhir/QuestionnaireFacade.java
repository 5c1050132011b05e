package org.daybridge.outcomes.instrument.fhir;

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
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.Instruments;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Questionnaire;

/** The registry as Questionnaires: one for each version of an instrument. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class QuestionnaireFacade {
  private final Instruments instruments;

  QuestionnaireFacade(Instruments instruments) {
    this.instruments = instruments;
  }

  @GET
  @Path("Questionnaire/{id}")
  @PermissionsAllowed("questionnaire:read")
  public Questionnaire read(String id) {
    return instruments.all().stream()
        .filter(one -> Canonicals.questionnaireId(one).equals(id))
        .findFirst()
        .map(QuestionnaireResources::of)
        .orElseThrow(() -> new NotVisible("Questionnaire", new UUID(0, 0)));
  }

  @GET
  @Path("Questionnaire")
  @PermissionsAllowed("questionnaire:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("Questionnaire/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("questionnaire:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    Search asked = Search.of(parameters, "url", "name", "version");
    List<Questionnaire> found =
        instruments.all().stream()
            .filter(one -> matches(one, asked))
            .limit(asked.count())
            .map(QuestionnaireResources::of)
            .toList();
    return SearchBundle.of("Questionnaire", asked, found, _ -> new Provenance());
  }

  private static boolean matches(Instrument one, Search asked) {
    return asked.text("url").map(Canonicals.questionnaire(one)::equals).orElse(true)
        && asked.text("version").map(one.version()::equals).orElse(true)
        && asked
            .text("name")
            .map(name -> one.id().regionMatches(true, 0, name, 0, name.length()))
            .orElse(true);
  }
}
