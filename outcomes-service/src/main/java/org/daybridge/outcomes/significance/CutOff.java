package org.daybridge.outcomes.significance;

/**
 * Where the functional population begins. a: two standard deviations beyond the clinical mean; b:
 * within two of the functional mean; c: between both, weighted, to be preferred when they overlap.
 */
public sealed interface CutOff {
  record Named(Kind kind) implements CutOff {}

  record At(double value) implements CutOff {}

  enum Kind {
    A,
    B,
    C
  }

  static double a(Norm clinical, boolean lowerIsBetter) {
    return clinical.mean() + (lowerIsBetter ? -2 : 2) * clinical.sd();
  }

  static double b(Norm functional, boolean lowerIsBetter) {
    return functional.mean() + (lowerIsBetter ? 2 : -2) * functional.sd();
  }

  static double c(Norm clinical, Norm functional) {
    return (clinical.sd() * functional.mean() + functional.sd() * clinical.mean())
        / (clinical.sd() + functional.sd());
  }
}
