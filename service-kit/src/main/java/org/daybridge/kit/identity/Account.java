package org.daybridge.kit.identity;

import java.util.Set;
import java.util.UUID;

/**
 * A token subject tied to a staff member, patient or proxy, with the roles that the person holds.
 */
record Account(
    String subject, UUID organizationId, UUID principalId, Caller.Kind kind, Set<String> roles) {}
