/** The person's own list as a question for the safety check. */
@NullMarked
package org.daybridge.medication.safety.store;

import org.jspecify.annotations.NullMarked;
