package org.daybridge.kit.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What travels around an event: its identity, order and origin. {@code aggregateVersion} counts the
 * published events of the aggregate without holes, so that a follower notices what it missed.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Envelope(
    UUID eventId,
    String type,
    int version,
    Instant occurredAt,
    Instant recordedAt,
    String producer,
    UUID organizationId,
    @Nullable UUID patientId,
    @Nullable UUID episodeId,
    UUID aggregateId,
    long aggregateVersion,
    UUID correlationId,
    @Nullable UUID causationId,
    UUID actorId,
    List<String> labels,
    JsonNode payload) {}
