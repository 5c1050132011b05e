/**
 * The treatment-team meeting. Its agenda is built from risk, attendance, measures, plans due and
 * certifications; each patient gets a decision with an owner and a day; a physician who was there
 * signs, and the decisions become tasks.
 */
@NullMarked
package org.daybridge.records.teammeeting;

import org.jspecify.annotations.NullMarked;
