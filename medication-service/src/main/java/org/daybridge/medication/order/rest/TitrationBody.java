package org.daybridge.medication.order.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.daybridge.medication.order.NewDose;
import org.daybridge.medication.order.NewOrder.Consent;
import org.daybridge.medication.order.rest.OrderBody.EncounterBody;
import org.daybridge.medication.order.rest.OrderBody.OverrideBody;
import org.daybridge.medication.order.rest.OrderBody.PurposeBody;
import org.daybridge.medication.order.rest.OrderBody.SupplyBody;
import org.jspecify.annotations.Nullable;

/** A dose that supersedes the present one, as it is sent. */
record TitrationBody(
    @NotNull @Valid DoseBody dose,
    @Nullable @Valid SupplyBody supply,
    @NotNull @Valid PurposeBody indication,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable @Valid EncounterBody encounter,
    @Nullable @Valid @Size(max = 50) List<@NotNull OverrideBody> overrides,
    @Nullable Boolean confirmUnusualDose,
    @Nullable Boolean acknowledgeUnchecked) {

  NewDose toDose() {
    return OrderBody.dose(dose, supply, indication, startsOn, endsOn, encounter);
  }

  Consent toConsent() {
    return new Consent(
        OverrideBody.read(overrides),
        Boolean.TRUE.equals(confirmUnusualDose),
        Boolean.TRUE.equals(acknowledgeUnchecked));
  }
}
