/** Seats as FHIR appointments. */
@NullMarked
package org.daybridge.scheduling.enrollment.fhir;

import org.jspecify.annotations.NullMarked;
