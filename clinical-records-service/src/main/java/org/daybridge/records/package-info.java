/**
 * The clinical record: notes that are signed once and plans that are signed by all. Start with
 * {@link org.daybridge.records.note.Note} and {@link org.daybridge.records.plan.TreatmentPlan}.
 */
@NullMarked
package org.daybridge.records;

import org.jspecify.annotations.NullMarked;
