/** The gateway over HTTP, with small servers in the place of the services. */
@NullMarked
package org.daybridge.local.gateway;

import org.jspecify.annotations.NullMarked;
