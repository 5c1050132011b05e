/**
 * The relapse-prevention plan: what sets it off, how it announces itself, and what to do then. It
 * is looked at again at each review of the treatment plan.
 */
@NullMarked
package org.daybridge.records.relapse;

import org.jspecify.annotations.NullMarked;
