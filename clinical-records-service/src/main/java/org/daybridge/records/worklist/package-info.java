/**
 * What waits for whom: notes to write and sign, plans and reviews that are due, second signatures.
 */
@NullMarked
package org.daybridge.records.worklist;

import org.jspecify.annotations.NullMarked;
