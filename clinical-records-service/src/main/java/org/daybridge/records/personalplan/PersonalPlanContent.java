package org.daybridge.records.personalplan;

import java.util.List;
import java.util.Map;

/** What one kind of personal plan says. Texts never show in {@code toString}. */
public interface PersonalPlanContent {

  PersonalPlanKind kind();

  /** Rules that the content still breaks, with the place; empty when it may be signed. */
  List<Gap> gaps();

  /** Everything the signers see. */
  Map<String, ?> canonical();

  record Gap(String rule, String where) {}
}
