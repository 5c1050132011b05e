package org.daybridge.records.homework;

/** The starter catalog of skills that groups teach and patients practice, each in plain words. */
public enum Skill {
  MINDFULNESS(
      "Mindfulness",
      "Notice what is here now: five things you see, four you hear, three you can touch. When the"
          + " mind wanders, bring it back without scolding it."),
  RELAXATION(
      "Relaxation",
      "Tense one group of muscles for five seconds, let go for ten, and move on from feet to face."
          + " Let the breath out be longer than the breath in."),
  PROBLEM_SOLVING(
      "Problem solving",
      "Write the problem in one sentence, list five ways without judging them, pick one, try it"
          + " this week, and look at what it changed."),
  COMMUNICATION(
      "Communication",
      "Say what you saw, what you felt and what you ask for, one of each, and let the other answer"
          + " before you go on."),
  BOUNDARIES(
      "Boundaries",
      "Decide beforehand what you will and won't do. Say it once, calmly, and do what you said."),
  EMOTION_REGULATION(
      "Emotion regulation",
      "Name the feeling, rate it, ask what it urges you to do, and do the opposite when the urge"
          + " would not help."),
  DISTRESS_TOLERANCE(
      "Distress tolerance",
      "Get through the worst minutes without making things worse: cold water on the face, fast"
          + " steps, slow breath, then wait twenty minutes."),
  CRAVING_MANAGEMENT(
      "Craving management",
      "Watch the craving rise, peak and fall like a wave. Leave the place, call somebody, and set a"
          + " timer for fifteen minutes."),
  DAILY_FUNCTIONING(
      "Daily functioning",
      "Same hour to get up, three meals, one task, one thing that is pleasant, one person to talk"
          + " to, every day.");

  private final String title;
  private final String how;

  Skill(String title, String how) {
    this.title = title;
    this.how = how;
  }

  public String title() {
    return title;
  }

  /** How it is practiced, as the patient reads it. */
  public String how() {
    return how;
  }
}
