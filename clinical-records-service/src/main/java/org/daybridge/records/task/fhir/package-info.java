/** The same facts as FHIR R4 resources. */
@NullMarked
package org.daybridge.records.task.fhir;

import org.jspecify.annotations.NullMarked;
