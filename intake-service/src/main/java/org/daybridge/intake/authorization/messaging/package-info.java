/** What authorizations take in of attendance. */
@NullMarked
package org.daybridge.intake.authorization.messaging;

import org.jspecify.annotations.NullMarked;
