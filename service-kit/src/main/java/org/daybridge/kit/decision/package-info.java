/** How a rule answers: a command is applied and tells what happened, or is refused by name. */
@NullMarked
package org.daybridge.kit.decision;

import org.jspecify.annotations.NullMarked;
