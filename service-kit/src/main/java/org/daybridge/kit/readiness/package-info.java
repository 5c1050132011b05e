/** What stops an unsafe service from starting, and what a cluster asks of it. */
@NullMarked
package org.daybridge.kit.readiness;

import org.jspecify.annotations.NullMarked;
