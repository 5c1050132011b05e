/** The facts about a person that only clinicians can add, over HTTP. */
@NullMarked
package org.daybridge.medication.patient.rest;

import org.jspecify.annotations.NullMarked;
