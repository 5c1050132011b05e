/** Assessments in the database, with their history. */
@NullMarked
package org.daybridge.intake.assessment.store;

import org.jspecify.annotations.NullMarked;
