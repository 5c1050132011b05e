package org.daybridge.records.certification;

import java.util.UUID;
import org.daybridge.kit.decision.Id;

public record CertificationId(UUID value) implements Id {}
