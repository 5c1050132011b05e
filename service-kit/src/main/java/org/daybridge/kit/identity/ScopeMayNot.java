package org.daybridge.kit.identity;

import io.quarkus.security.ForbiddenException;

/** The token's scopes are narrower than what was asked for, whatever the role allows. */
public class ScopeMayNot extends ForbiddenException {}
