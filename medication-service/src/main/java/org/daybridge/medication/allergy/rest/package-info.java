/** Allergies over HTTP. */
@NullMarked
package org.daybridge.medication.allergy.rest;

import org.jspecify.annotations.NullMarked;
