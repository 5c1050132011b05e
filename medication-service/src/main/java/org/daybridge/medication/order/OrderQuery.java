package org.daybridge.medication.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.jspecify.annotations.Nullable;

/** Reads orders straight into views. */
public interface OrderQuery {

  /** The order, or the answer that there is none that the caller can see. */
  OrderView view(OrderId id);

  /** Every dose that was written, the newest first. */
  List<OrderView.Version> versions(OrderId id);

  /** What a search over FHIR asks for; what is null or empty does not narrow it. */
  record Criteria(
      @Nullable UUID id,
      @Nullable PatientId patient,
      List<String> statuses,
      @Nullable Instant authoredFrom,
      @Nullable Instant authoredTo,
      @Nullable UUID after,
      int rows) {}

  /** Orders by their ids upwards, so that a page goes on after its last one. */
  List<OrderView> search(Criteria criteria);

  /** The orders of a person, the newest first, all or those of one status. */
  Page<OrderView> ofPatient(PatientId patient, @Nullable String status, PageRequest page);
}
