/** The register as FHIR locations and practitioners. */
@NullMarked
package org.daybridge.scheduling.register.fhir;

import org.jspecify.annotations.NullMarked;
