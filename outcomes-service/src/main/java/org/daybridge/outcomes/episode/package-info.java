/**
 * Episodes of care as intake announces them; admission opens the measures, discharge closes them.
 */
@NullMarked
package org.daybridge.outcomes.episode;

import org.jspecify.annotations.NullMarked;
