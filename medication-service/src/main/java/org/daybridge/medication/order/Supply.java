package org.daybridge.medication.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the pharmacy gives: days and quantity of one fill, and how often it may be refilled. */
public record Supply(@Nullable Integer days, @Nullable BigDecimal quantity, int refills) {}
