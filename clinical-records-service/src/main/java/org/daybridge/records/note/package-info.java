/**
 * Progress notes, from the first draft to the signed text that holds in court: what a clinician
 * writes about one patient and one session or contact. Start reading at {@link Note}.
 */
@NullMarked
package org.daybridge.records.note;

import org.jspecify.annotations.NullMarked;
