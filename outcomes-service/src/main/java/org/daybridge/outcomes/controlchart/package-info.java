/** Control charts and run charts: whether a process changed or only varies as it always does. */
@NullMarked
package org.daybridge.outcomes.controlchart;

import org.jspecify.annotations.NullMarked;
