/** The same facts as FHIR R4 resources. */
@NullMarked
package org.daybridge.records.note.fhir;

import org.jspecify.annotations.NullMarked;
