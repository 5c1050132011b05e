package org.daybridge.outcomes.risk.fhir;

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
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.RiskCaseId;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.fhir.SecurityLabels;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.outcomes.risk.RiskCase;
import org.daybridge.outcomes.risk.RiskCase.State;
import org.daybridge.outcomes.risk.RiskCases;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/** Risk cases as safety Flags: active while open. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class FlagFacade {
  private static final String TYPE = "Flag";
  private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/flag-category";
  private static final String LEVELS = "https://daybridge.org/fhir/CodeSystem/risk-level";

  private final RiskCases cases;

  FlagFacade(RiskCases cases) {
    this.cases = cases;
  }

  @GET
  @Path("Flag/{id}")
  @PermissionsAllowed("flag:read")
  public Response read(UUID id) {
    RiskCase riskCase = cases.require(new RiskCaseId(id));
    return Response.ok(flag(riskCase)).header("ETag", "W/\"" + riskCase.version() + "\"").build();
  }

  @GET
  @Path("Flag")
  @PermissionsAllowed("flag:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("Flag/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("flag:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    Search asked = Search.of(parameters, "patient", "subject", "status");
    asked.requireOneOf("patient", "subject");
    PatientId patient =
        asked
            .reference("patient", "Patient")
            .or(() -> asked.reference("subject", "Patient"))
            .map(PatientId::new)
            .orElseThrow();
    List<String> statuses = asked.tokens("status").stream().map(Search.Token::code).toList();
    List<Flag> found =
        cases
            .page(
                patient,
                statuses.equals(List.of("active")),
                asked.count() + 1,
                asked.after().orElse(null))
            .stream()
            .map(FlagFacade::flag)
            .filter(flag -> statuses.isEmpty() || statuses.contains(flag.getStatus().toCode()))
            .toList();
    return SearchBundle.of(TYPE, asked, found, one -> provenance((Flag) one));
  }

  private static Provenance provenance(Flag flag) {
    return Provenances.of(
        TYPE,
        UUID.fromString(flag.getIdElement().getIdPart()),
        flag.getPeriod().getStart().toInstant(),
        new UUID(0, 0),
        "Organization");
  }

  private static Flag flag(RiskCase riskCase) {
    Flag flag = new Flag();
    flag.setId(riskCase.id().toString());
    flag.getMeta().setVersionId(String.valueOf(riskCase.version()));
    SecurityLabels.apply(riskCase.labels(), flag.getMeta());
    flag.addCategory().addCoding().setSystem(CATEGORY).setCode("safety").setDisplay("Safety");
    flag.getCode()
        .setText("Risk to self, level " + riskCase.level().name().toLowerCase(Locale.ROOT))
        .addCoding()
        .setSystem(LEVELS)
        .setCode(riskCase.level().name().toLowerCase(Locale.ROOT));
    flag.setSubject(new Reference("Patient/" + riskCase.patient()));
    flag.getPeriod().setStart(Date.from(riskCase.openedAt()));
    if (riskCase.state() instanceof State.Closed closed) {
      boolean error = closed.disposition() == RiskCase.Disposition.ENTERED_IN_ERROR;
      flag.setStatus(error ? Flag.FlagStatus.ENTEREDINERROR : Flag.FlagStatus.INACTIVE);
      flag.getPeriod().setEnd(Date.from(closed.at()));
    } else {
      flag.setStatus(Flag.FlagStatus.ACTIVE);
    }
    return flag;
  }
}
