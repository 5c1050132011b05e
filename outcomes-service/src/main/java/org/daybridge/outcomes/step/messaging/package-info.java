/** Step as other services announce it. */
@NullMarked
package org.daybridge.outcomes.step.messaging;

import org.jspecify.annotations.NullMarked;
