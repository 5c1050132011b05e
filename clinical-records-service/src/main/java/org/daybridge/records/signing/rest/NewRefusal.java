package org.daybridge.records.signing.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.signing.ContentHash;
import org.daybridge.records.signing.Refusal;
import org.jspecify.annotations.Nullable;

/** The patient does not sign this text: why, how often they were asked, who saw it. */
public record NewRefusal(
    @NotNull Refusal.Reason reason,
    @Nullable @Size(max = 2000) String words,
    @NotNull @Min(0) @Max(100) Integer attempts,
    @NotNull UUID witnessId,
    @NotNull @Pattern(regexp = "sha256:[0-9a-f]{64}") String contentHash) {

  public ContentHash seen() {
    return new ContentHash(contentHash);
  }

  public Refusal toDomain(Instant at) {
    return new Refusal(
        reason,
        words == null ? "" : words,
        attempts,
        witnessId,
        Callers.current().principalId(),
        at);
  }

  @Override
  public String toString() {
    return "NewRefusal[" + reason + "]";
  }
}
