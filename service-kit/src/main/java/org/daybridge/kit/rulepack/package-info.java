/** Numbers that differ by state, payer or date, with their source. */
@NullMarked
package org.daybridge.kit.rulepack;

import org.jspecify.annotations.NullMarked;
