package org.daybridge.medication.monitoring.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.monitoring.DueTest;
import org.daybridge.medication.monitoring.MonitoringHandler;
import org.daybridge.medication.monitoring.NeutrophilCourse;
import org.daybridge.medication.monitoring.Result;
import org.daybridge.medication.monitoring.Results;
import org.daybridge.medication.patient.FollowedPatients;

/** Due tests, results that were followed and the course of clozapine, over HTTP. */
@Path("/api/medication/v1")
@UnitOfWork
@RunOnVirtualThread
public class MonitoringResource {
  private final MonitoringHandler handler;
  private final Results results;
  private final FollowedPatients patients;

  MonitoringResource(MonitoringHandler handler, Results results, FollowedPatients patients) {
    this.handler = handler;
    this.results = results;
    this.patients = patients;
  }

  record MonitoringView(List<DueTest> items, List<Results.Flag> flags) {}

  record ResultsView(List<Result> items) {}

  record NeutrophilView(NeutrophilCourse course, boolean mayBeGiven) {}

  @GET
  @Path("patients/{patientId}/monitoring")
  @PermissionsAllowed("monitoring:read")
  public MonitoringView monitoring(@PathParam("patientId") UUID patientId) {
    var patient = new PatientId(patientId);
    return new MonitoringView(handler.due(patient), results.flagsOf(patient));
  }

  @GET
  @Path("patients/{patientId}/results")
  @PermissionsAllowed("monitoring:read")
  public ResultsView results(@PathParam("patientId") UUID patientId) {
    return new ResultsView(results.of(patients.require(new PatientId(patientId)).id()));
  }

  @GET
  @Path("patients/{patientId}/neutrophils")
  @PermissionsAllowed("monitoring:read")
  public NeutrophilView neutrophils(@PathParam("patientId") UUID patientId) {
    return handler
        .neutrophils(new PatientId(patientId))
        .map(course -> new NeutrophilView(course, course.standing().mayBeGiven()))
        .orElseThrow(() -> new NotVisible("clozapine treatment", patientId));
  }
}
