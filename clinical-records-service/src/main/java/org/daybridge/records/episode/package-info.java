/**
 * Episodes of care, as intake tells of them: admission opens the record's part of one, discharge
 * closes what is still open in it.
 */
@NullMarked
package org.daybridge.records.episode;

import org.jspecify.annotations.NullMarked;
