package org.daybridge.medication.order.rest;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.daybridge.medication.order.Dosing;
import org.daybridge.medication.order.Dosing.MassUnit;
import org.daybridge.medication.order.Dosing.PeriodUnit;
import org.jspecify.annotations.Nullable;

/** How much and how often, as it is sent. */
record DoseBody(
    @NotNull @Positive @DecimalMax("100000") BigDecimal amount,
    @NotNull MassUnit unit,
    @NotBlank @Size(max = 40) String route,
    @Nullable @Size(max = 60) String form,
    @NotNull @Min(1) @Max(24) Integer frequency,
    @Nullable @Min(1) @Max(31) Integer period,
    @Nullable PeriodUnit periodUnit,
    @Nullable @Size(max = 24)
        List<@NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]") String> times,
    @Nullable Boolean asNeeded) {

  Dosing toDosing() {
    return new Dosing(
        amount,
        unit,
        route.strip(),
        form,
        frequency,
        period == null ? 1 : period,
        periodUnit == null ? PeriodUnit.DAY : periodUnit,
        times == null ? List.of() : times,
        Boolean.TRUE.equals(asNeeded));
  }
}
