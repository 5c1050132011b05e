/**
 * An exposure hierarchy: what a patient avoids, in steps from the least to the most feared, each
 * tried until it has lost its force.
 */
@NullMarked
package org.daybridge.records.exposure;

import org.jspecify.annotations.NullMarked;
