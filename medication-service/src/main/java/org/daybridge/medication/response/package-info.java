/** The course of a medication beside the outcome scores: simple facts, no claim of a cause. */
@NullMarked
package org.daybridge.medication.response;

import org.jspecify.annotations.NullMarked;
