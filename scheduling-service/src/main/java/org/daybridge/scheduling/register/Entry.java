package org.daybridge.scheduling.register;

/** One thing of the register, known by its code. */
public sealed interface Entry permits Site, Room, StaffMember, SessionType {
  String code();

  /** What it is, as its kind is stored. */
  default Kind kind() {
    return switch (this) {
      case Site _ -> Kind.SITE;
      case Room _ -> Kind.ROOM;
      case StaffMember _ -> Kind.STAFF;
      case SessionType _ -> Kind.SESSION_TYPE;
    };
  }

  /** The kinds of entries; the stored name and the class. */
  enum Kind {
    SITE(Site.class),
    ROOM(Room.class),
    STAFF(StaffMember.class),
    SESSION_TYPE(SessionType.class);

    private final Class<? extends Entry> type;

    Kind(Class<? extends Entry> type) {
      this.type = type;
    }

    public Class<? extends Entry> type() {
      return type;
    }
  }
}
