/**
 * Whoever did not come is called, within minutes, on a channel that gives nothing away. Missing a
 * session never discharges anybody.
 */
@NullMarked
package org.daybridge.scheduling.outreach;

import org.jspecify.annotations.NullMarked;
