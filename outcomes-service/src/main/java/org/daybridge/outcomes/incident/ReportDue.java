package org.daybridge.outcomes.incident;

import java.time.Instant;

/** A report outside is due soon, or is overdue; observed in its transaction. It names nothing. */
public record ReportDue(Instant at) {}
