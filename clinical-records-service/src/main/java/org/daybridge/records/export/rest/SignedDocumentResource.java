package org.daybridge.records.export.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.records.register.rest.RegisterDesk;
import org.jspecify.annotations.Nullable;

/** Signed documents as they were hashed: {@code ./daybridge verify FILE} checks a saved answer. */
@Path("/api/clinical-records/v1/signed-documents")
@UnitOfWork
@RunOnVirtualThread
public class SignedDocumentResource {

  private final SignedDocumentQuery query;

  SignedDocumentResource(SignedDocumentQuery query) {
    this.query = query;
  }

  record SignedDocument(
      String kind, UUID id, int number, Instant signedAt, String canonical, String contentHash) {
    @Override
    public String toString() {
      return "SignedDocument[" + kind + ", " + id + "]";
    }
  }

  /** The oldest signature first; what is withheld from the caller or retracted is not there. */
  @GET
  @PermissionsAllowed("signed-document:read")
  public Page<SignedDocument> list(
      @QueryParam("patientId") @Nullable UUID patientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return query.of(RegisterDesk.patient(patientId), PageRequest.of(limit, cursor));
  }
}
