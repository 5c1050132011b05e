/**
 * Readiness before trauma-focused work: somebody looks at what must be in place, the patient agrees
 * in their own name, and may withdraw. A plan with trauma-focused work is not active before.
 */
@NullMarked
package org.daybridge.records.traumawork;

import org.jspecify.annotations.NullMarked;
