/**
 * One address for everything: the paths that the cluster's routes have, on one port of this
 * machine.
 */
@NullMarked
package org.daybridge.local.gateway;

import org.jspecify.annotations.NullMarked;
