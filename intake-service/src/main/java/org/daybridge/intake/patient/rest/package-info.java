/** Patients over HTTP. */
@NullMarked
package org.daybridge.intake.patient.rest;

import org.jspecify.annotations.NullMarked;
