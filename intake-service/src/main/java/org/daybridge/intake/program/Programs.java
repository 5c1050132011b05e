package org.daybridge.intake.program;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;

/** Programs, tracks and who oversees them; the staff and sites that intake has heard of. */
public interface Programs {
  Optional<Program> program(String code);

  void save(Program program);

  List<Program> all();

  Optional<Track> track(String code);

  Track requireTrack(TrackId id);

  void save(Track track);

  List<Track> tracks();

  Optional<Site> site(SiteId id);

  Optional<Staff> staff(StaffId id);

  /** Staff with standing sight of a program's patients. */
  Set<StaffId> overseers(ProgramId program);

  /** Staff who receive the program's referrals. */
  Set<StaffId> receivers(ProgramId program);

  void addOverseer(ProgramId program, StaffId staff, String role);
}
