/** Incidents as rows; who was involved and what happened is encrypted. */
@NullMarked
package org.daybridge.outcomes.incident.store;

import org.jspecify.annotations.NullMarked;
