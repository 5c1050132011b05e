/** Assessments over HTTP. */
@NullMarked
package org.daybridge.intake.assessment.rest;

import org.jspecify.annotations.NullMarked;
