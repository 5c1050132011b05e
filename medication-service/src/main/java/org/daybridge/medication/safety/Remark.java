package org.daybridge.medication.safety;

import java.util.List;

/** About known drugs: a fact that one check lacked, or why a rule holds back or allows more. */
public record Remark(List<String> drugs, String ruleId, String because) {}
