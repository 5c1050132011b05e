/** What intake-service announces: people, episodes, consents, access. */
@NullMarked
package org.daybridge.contract.intake;

import org.jspecify.annotations.NullMarked;
