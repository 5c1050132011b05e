/** The services of CDS Hooks over HTTP: FHIR in, cards out. */
@NullMarked
package org.daybridge.medication.cdshooks.fhir;

import org.jspecify.annotations.NullMarked;
