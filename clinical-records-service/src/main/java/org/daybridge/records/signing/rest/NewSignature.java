package org.daybridge.records.signing.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.daybridge.records.signing.Signatory;
import org.daybridge.records.signing.Signature.Means;
import org.jspecify.annotations.Nullable;

/**
 * A name under the text with this hash. Patients and guardians sign for themselves; staff sign as
 * clinician or physician, and enter a signature on paper for a patient, guardian or relative.
 */
public record NewSignature(
    @Nullable Signatory as,
    @NotNull @Pattern(regexp = "sha256:[0-9a-f]{64}") String contentHash,
    @Nullable Means means,
    @Nullable UUID personId) {}
