package org.daybridge.records.homework;

/** The starter catalog of skills that groups teach and patients practice. */
public enum Skill {
  MINDFULNESS,
  RELAXATION,
  PROBLEM_SOLVING,
  COMMUNICATION,
  BOUNDARIES,
  EMOTION_REGULATION,
  DISTRESS_TOLERANCE,
  CRAVING_MANAGEMENT,
  DAILY_FUNCTIONING
}
