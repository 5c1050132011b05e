package org.daybridge.medication.order.fhir;

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
import java.util.Date;
import java.util.HashMap;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.fhir.SecurityLabels;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.order.AlertQuery;
import org.daybridge.medication.order.AlertQuery.Shown;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueSeverity;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The alerts that were shown with orders, as DetectedIssue; an override is its mitigation. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class DetectedIssueFacade {
  private static final String TYPE = "DetectedIssue";

  private final AlertQuery alerts;

  DetectedIssueFacade(AlertQuery alerts) {
    this.alerts = alerts;
  }

  @GET
  @Path("DetectedIssue/{id}")
  @PermissionsAllowed("medication-request:read")
  public Resource read(@PathParam("id") UUID id) {
    return issue(alerts.find(id).orElseThrow(() -> new NotVisible(TYPE, id)));
  }

  @GET
  @Path("DetectedIssue")
  @PermissionsAllowed("medication-request:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("DetectedIssue/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("medication-request:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    var asked = Search.of(parameters, "patient");
    asked.requireOneOf("patient");
    var patient = new PatientId(asked.reference("patient", "Patient").orElseThrow());
    var shown = alerts.of(patient, asked.after().orElse(null), asked.count() + 1);
    var provenance = new HashMap<String, Provenance>();
    shown.forEach(
        alert ->
            provenance.put(
                alert.alertId().toString(),
                Provenances.of(
                    TYPE, alert.alertId(), alert.shownAt(), alert.shownTo(), "Practitioner")));
    return SearchBundle.of(
        TYPE,
        asked,
        shown.stream().map(DetectedIssueFacade::issue).toList(),
        resource -> provenance.get(resource.getIdElement().getIdPart()));
  }

  private static DetectedIssue issue(Shown shown) {
    var issue = new DetectedIssue();
    issue.setId(shown.alertId().toString());
    SecurityLabels.apply(shown.labels(), issue.getMeta());
    issue.setStatus(DetectedIssueStatus.FINAL);
    issue.getCode().setText(shown.type());
    issue.setSeverity(
        switch (shown.severity()) {
          case "contraindicated", "major" -> DetectedIssueSeverity.HIGH;
          case "moderate" -> DetectedIssueSeverity.MODERATE;
          default -> DetectedIssueSeverity.LOW;
        });
    issue.setPatient(new Reference("Patient/" + shown.patientId()));
    issue.setIdentified(new DateTimeType(Date.from(shown.shownAt())));
    issue.addImplicated(new Reference("MedicationRequest/" + shown.orderId()));
    issue.setDetail(shown.message() + " (" + shown.ruleId() + ")");
    if (shown.overrideReason() != null) {
      var mitigation = issue.addMitigation();
      mitigation.getAction().setText(shown.overrideReason());
      mitigation.setDate(Date.from(shown.shownAt()));
      mitigation.setAuthor(new Reference("Practitioner/" + shown.shownTo()));
    }
    return issue;
  }
}
