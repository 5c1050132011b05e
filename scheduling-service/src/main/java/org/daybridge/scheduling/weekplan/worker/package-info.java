/** What searches for weeks, away from the requests. */
@NullMarked
package org.daybridge.scheduling.weekplan.worker;

import org.jspecify.annotations.NullMarked;
