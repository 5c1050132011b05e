package org.daybridge.records.task.fhir;

import java.util.Date;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.SecurityLabels;
import org.daybridge.records.signing.Versioned;
import org.daybridge.records.task.CareTask;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** A task about a patient as a FHIR Task. */
final class Tasks {

  private Tasks() {}

  static Task of(Versioned<CareTask> kept) {
    var task = kept.value();
    var resource = new Task();
    resource.setId(task.id().toString());
    resource.getMeta().setVersionId(Integer.toString(kept.version()));
    resource.getMeta().setLastUpdated(Date.from(kept.updatedAt()));
    SecurityLabels.apply(task.labels(), resource.getMeta());
    resource.setStatus(status(task));
    resource.setIntent(Task.TaskIntent.ORDER);
    resource.setDescription(task.what());
    resource.setFor(new Reference("Patient/" + task.patient()));
    resource.setAuthoredOnElement(new DateTimeType(Date.from(task.askedAt())));
    resource.setRequester(new Reference("Practitioner/" + task.askedBy()));
    resource.setOwner(new Reference("Practitioner/" + task.owner()));
    var due = new Period();
    due.setEndElement(new DateTimeType(task.dueOn().toString()));
    resource.getRestriction().setPeriod(due);
    return resource;
  }

  static TaskStatus status(CareTask task) {
    return switch (task.state()) {
      case CareTask.State.Open _ -> TaskStatus.REQUESTED;
      case CareTask.State.Done _ -> TaskStatus.COMPLETED;
      case CareTask.State.Dropped _ -> TaskStatus.CANCELLED;
    };
  }

  static Provenance provenance(Versioned<CareTask> kept) {
    var task = kept.value();
    return Provenances.of(
        "Task", task.id(), task.askedAt(), task.askedBy().value(), "Practitioner");
  }
}
