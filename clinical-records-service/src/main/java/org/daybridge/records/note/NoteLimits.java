package org.daybridge.records.note;

import java.time.Duration;

/** Numbers of the rule pack in force, with the pack's version for the decision's record. */
public record NoteLimits(Duration signWithin, String packVersion) {}
