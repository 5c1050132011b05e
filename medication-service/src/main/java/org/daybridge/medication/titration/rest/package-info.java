/** Dose schedules over HTTP. */
@NullMarked
package org.daybridge.medication.titration.rest;

import org.jspecify.annotations.NullMarked;
