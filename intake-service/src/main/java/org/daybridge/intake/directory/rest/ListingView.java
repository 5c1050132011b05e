package org.daybridge.intake.directory.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program as the public sees it, and how far it is from where one asked. {@code code}, {@code
 * published} and {@code version} are shown to those who keep it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListingView(
    UUID id,
    @Nullable Double kilometers,
    ListingBody listing,
    @Nullable String code,
    @Nullable Boolean published,
    @Nullable Long version) {}
