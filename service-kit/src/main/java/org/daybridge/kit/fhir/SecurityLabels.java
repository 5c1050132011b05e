package org.daybridge.kit.fhir;

import org.daybridge.kit.identity.Labels;
import org.hl7.fhir.r4.model.Meta;

/** A row's labels as {@code meta.security} of its resource. */
public final class SecurityLabels {
  private static final String ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
  private static final String CONFIDENTIALITY =
      "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

  private SecurityLabels() {}

  public static void apply(int labels, Meta meta) {
    if (labels == Labels.NONE) {
      return;
    }
    boolean sealed = (labels & (Labels.PSYTHPN | Labels.SUDCN)) != 0;
    meta.addSecurity().setSystem(CONFIDENTIALITY).setCode(sealed ? "V" : "R");
    add(labels, Labels.PART2, "ETH", meta);
    add(labels, Labels.MENTAL, "PSY", meta);
    add(labels, Labels.PSYTHPN, "PSYTHPN", meta);
    add(labels, Labels.HIV, "HIV", meta);
    add(labels, Labels.SDV, "SDV", meta);
  }

  private static void add(int labels, int bit, String code, Meta meta) {
    if ((labels & bit) != 0) {
      meta.addSecurity().setSystem(ACT).setCode(code);
    }
  }
}
