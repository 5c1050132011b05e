/** What outcomes-service announces: measures, risk, proposals. */
@NullMarked
package org.daybridge.contract.outcomes;

import org.jspecify.annotations.NullMarked;
