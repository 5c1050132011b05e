package org.daybridge.records.groupnote;

import java.time.Instant;
import org.daybridge.contract.scheduling.StaffId;

/** Somebody answers for sections that are alike, with a reason that the audit keeps. */
public record LikenessOverride(StaffId by, String reason, Instant at) {}
