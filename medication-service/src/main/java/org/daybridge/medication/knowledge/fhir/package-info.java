/** The drugs that the knowledge covers, over FHIR. */
@NullMarked
package org.daybridge.medication.knowledge.fhir;

import org.jspecify.annotations.NullMarked;
