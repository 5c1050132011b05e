/**
 * The patient's journal. An entry is private until the patient shares it, one by one; even a grant
 * of access does not open it before. Thin: a register with a policy of its own.
 */
@NullMarked
package org.daybridge.records.journal;

import org.jspecify.annotations.NullMarked;
