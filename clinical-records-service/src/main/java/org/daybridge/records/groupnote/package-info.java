/**
 * Group notes: one shared narrative of a group session and one individual section for each patient
 * who was there. Closing the group note writes one signed progress note into each patient's chart.
 */
@NullMarked
package org.daybridge.records.groupnote;

import org.jspecify.annotations.NullMarked;
