/** The same facts as FHIR R4 resources. */
@NullMarked
package org.daybridge.records.plan.fhir;

import org.jspecify.annotations.NullMarked;
