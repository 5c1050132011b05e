package org.daybridge.medication.order.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.order.NewOrder.Consent;
import org.daybridge.medication.order.Renewal;
import org.daybridge.medication.order.rest.OrderBody.EncounterBody;
import org.daybridge.medication.order.rest.OrderBody.OverrideBody;
import org.daybridge.medication.order.rest.OrderBody.SupplyBody;
import org.jspecify.annotations.Nullable;

/** A further supply of the dose that stands, as it is sent. */
record RenewalBody(
    @NotNull @Valid SupplyBody supply,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable @Valid EncounterBody encounter,
    @Nullable @Valid @Size(max = 50) List<@NotNull OverrideBody> overrides,
    @Nullable Boolean confirmUnusualDose,
    @Nullable Boolean acknowledgeUnchecked) {

  Renewal toRenewal() {
    OrderBody.endsAfterItStarts(startsOn, endsOn);
    return new Renewal(
        SupplyBody.read(supply),
        startsOn,
        endsOn,
        EncounterBody.read(encounter),
        Callers.current().principalId());
  }

  Consent toConsent() {
    return new Consent(
        OverrideBody.read(overrides),
        Boolean.TRUE.equals(confirmUnusualDose),
        Boolean.TRUE.equals(acknowledgeUnchecked));
  }
}
