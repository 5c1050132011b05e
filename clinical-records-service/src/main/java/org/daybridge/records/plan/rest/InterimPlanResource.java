package org.daybridge.records.plan.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.http.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Interim plans of care: opened by admission, ended by the first active plan. */
@Path("/api/clinical-records/v1/interim-plans")
@UnitOfWork
@RunOnVirtualThread
public class InterimPlanResource {

  private final PlanQuery query;

  InterimPlanResource(PlanQuery query) {
    this.query = query;
  }

  @GET
  @PermissionsAllowed("plan:read")
  public List<InterimPlanView> list(@QueryParam("patientId") @Nullable UUID patientId) {
    return query.interimOf(patientId);
  }
}
