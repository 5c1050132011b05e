/** What the issuer grants and what it refuses. */
@NullMarked
package org.daybridge.local.issuer;

import org.jspecify.annotations.NullMarked;
