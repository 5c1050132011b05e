/** Follows the scores that outcomes-service records. */
@NullMarked
package org.daybridge.medication.response.messaging;

import org.jspecify.annotations.NullMarked;
