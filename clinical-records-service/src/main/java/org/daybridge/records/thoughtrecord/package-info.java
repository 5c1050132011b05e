/**
 * A thought record: a situation, the automatic thought, what speaks for and against it, and a
 * balanced thought. Written by the patient, alone or in session; the treatment team reads it.
 */
@NullMarked
package org.daybridge.records.thoughtrecord;

import org.jspecify.annotations.NullMarked;
