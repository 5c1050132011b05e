/** What other services tell and what follows from it here. */
@NullMarked
package org.daybridge.records.disclosure.messaging;

import org.jspecify.annotations.NullMarked;
