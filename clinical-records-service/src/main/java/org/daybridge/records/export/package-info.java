/**
 * Everything that was signed about one patient, as it was hashed: what an auditor or another system
 * checks by itself. Thin: one query over the places where signed texts lie.
 */
@NullMarked
package org.daybridge.records.export;

import org.jspecify.annotations.NullMarked;
