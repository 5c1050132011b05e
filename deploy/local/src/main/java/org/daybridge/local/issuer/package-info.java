/**
 * The token issuer of a local stack, where any OpenID provider stands in a cluster: authorization
 * code with PKCE and a page to pick a persona, rotating refresh tokens, client credentials and a
 * JWKS.
 *
 * <p>Nobody has a password here. It must never be reachable from another machine.
 */
@NullMarked
package org.daybridge.local.issuer;

import org.jspecify.annotations.NullMarked;
