package org.daybridge.scheduling.register;

import java.util.Set;

/**
 * A room of a site. Its code holds the site's code, as in {@code main/room-1}.
 *
 * @param seats how many people fit in, those who run the session included
 */
public record Room(String code, String site, String name, int seats, Set<String> features)
    implements Entry {
  public Room {
    features = Set.copyOf(features);
  }

  public static String codeAt(String site, String room) {
    return site + "/" + room;
  }
}
