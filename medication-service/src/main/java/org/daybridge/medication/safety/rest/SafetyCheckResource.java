package org.daybridge.medication.safety.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.knowledge.KnowledgeShelf;
import org.daybridge.medication.safety.SafetyHandler;

/** A calculator: nothing is stored, everything that it needs is in the question. */
@Path("/api/medication/v1/safety-checks")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork(stateless = true)
@RunOnVirtualThread
public class SafetyCheckResource {
  private final SafetyHandler safety;
  private final QuestionReader reader;
  private final KnowledgeShelf shelf;

  SafetyCheckResource(SafetyHandler safety, QuestionReader reader, KnowledgeShelf shelf) {
    this.safety = safety;
    this.reader = reader;
    this.shelf = shelf;
  }

  @POST
  @PermissionsAllowed("safety-check:run")
  public SafetyAnswerView check(@NotNull @Valid SafetyQuestion question) {
    var check = reader.read(question);
    return SafetyAnswerView.of(safety.check(check), shelf.inForceOn(check.asOf()));
  }
}
