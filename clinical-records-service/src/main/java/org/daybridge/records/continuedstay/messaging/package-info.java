/** What other services tell and what follows from it here. */
@NullMarked
package org.daybridge.records.continuedstay.messaging;

import org.jspecify.annotations.NullMarked;
