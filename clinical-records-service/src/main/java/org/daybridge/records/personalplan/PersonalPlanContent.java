package org.daybridge.records.personalplan;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.daybridge.records.print.Sheet.Part;

/** What one kind of personal plan says. Texts never show in {@code toString}. */
public interface PersonalPlanContent {

  PersonalPlanKind kind();

  /** Rules that the content still breaks, with the place; empty when it may be signed. */
  List<Gap> gaps();

  /** Everything the signers see. */
  Map<String, ?> canonical();

  /** The patient's copy: its title, and its parts in reading order. */
  String printedTitle();

  List<Part> printedParts(ZoneId zone);

  record Gap(String rule, String where) {}
}
