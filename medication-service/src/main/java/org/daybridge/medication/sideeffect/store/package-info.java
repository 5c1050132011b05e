/** Side effects as rows. */
@NullMarked
package org.daybridge.medication.sideeffect.store;

import org.jspecify.annotations.NullMarked;
