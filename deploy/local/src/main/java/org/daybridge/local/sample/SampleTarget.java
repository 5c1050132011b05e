package org.daybridge.local.sample;

import java.time.LocalDate;
import java.util.List;
import org.daybridge.local.issuer.AccessTokens;
import org.daybridge.local.issuer.Personas;

/**
 * The stack that the sample is loaded into.
 *
 * @param url the gateway's address
 * @param today the day that the sample's dates are relative to
 */
public record SampleTarget(String url, AccessTokens tokens, Personas personas, LocalDate today) {

  /** The API for one of the clinic's people or systems. */
  ClinicApi as(String subject, String role) {
    return new ClinicApi(url, tokens.sign(AccessTokens.Wanted.of(subject, List.of(role))));
  }
}
