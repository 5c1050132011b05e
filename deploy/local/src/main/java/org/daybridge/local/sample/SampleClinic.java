package org.daybridge.local.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.daybridge.local.LocalStack;
import org.daybridge.local.issuer.Persona;

/** The whole sample: the clinic and its patients. */
public final class SampleClinic {

  /** The clinic's zone; its "today" is the day on which the sample is loaded. */
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  private SampleClinic() {}

  /** Whether this stack has the sample. */
  public static boolean isLoaded(LocalStack stack) {
    return Files.exists(stack.folder().personas());
  }

  /** Loads what is missing. The list of personas comes last: it says that all is there. */
  public static void load(SampleTarget target) throws IOException {
    ClinicLoader clinic = new ClinicLoader(target);
    List<Persona> people = new ArrayList<>(clinic.load());
    people.addAll(new PatientLoader(target, clinic.siteIds(), clinic.staffIds()).load());
    target.personas().keep(people);
  }

  /** Loads the clinic without its patients: enough for a training run, and much sooner done. */
  public static void loadStaffOnly(SampleTarget target) throws IOException {
    target.personas().keep(new ArrayList<>(new ClinicLoader(target).load()));
  }
}
