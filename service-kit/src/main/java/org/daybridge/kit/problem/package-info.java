/** How a refusal travels to the caller: RFC 9457 for REST, OperationOutcome for FHIR. */
@NullMarked
package org.daybridge.kit.problem;

import org.jspecify.annotations.NullMarked;
