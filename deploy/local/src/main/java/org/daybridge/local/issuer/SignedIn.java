package org.daybridge.local.issuer;

/** Someone who picked a persona in a front end, with the scope that was asked for. */
record SignedIn(String subject, String clientId, String scope) {}
