/**
 * Mandated reports and the duty to protect: what became known, to whom it was told, no more than
 * that recipient needs, within the pack's hours, with a supervisor consulted.
 */
@NullMarked
package org.daybridge.records.protectivereport;

import org.jspecify.annotations.NullMarked;
