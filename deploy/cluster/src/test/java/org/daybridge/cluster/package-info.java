/** Checks of the cluster base: what the cluster knows, what it forbids, and what the code says. */
@NullMarked
package org.daybridge.cluster;

import org.jspecify.annotations.NullMarked;
