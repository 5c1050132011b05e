package org.daybridge.contract;

/** Direction of a change in the level of care. */
public enum StepDirection {
  UP,
  DOWN
}
