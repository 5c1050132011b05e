/**
 * The register of incidents: outside the chart, with its own permissions, never in an export of a
 * record.
 */
@NullMarked
package org.daybridge.outcomes.incident;

import org.jspecify.annotations.NullMarked;
