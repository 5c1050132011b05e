/** What the services are measured against: the same stack with nothing of theirs on it. */
package org.daybridge.bench.reference;
