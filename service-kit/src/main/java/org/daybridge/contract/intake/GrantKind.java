package org.daybridge.contract.intake;

/** Why somebody may see a patient: the relation that a grant of access rests on. */
public enum GrantKind {
  INTAKE,
  CARE_TEAM,
  SUPERVISOR,
  OVERSIGHT,
  GROUP_LEADER,
  ON_CALL,
  ESCALATION,
  SELF,
  PROXY,
  BREAK_GLASS
}
