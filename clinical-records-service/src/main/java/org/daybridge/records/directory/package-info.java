/**
 * Support near the patient: groups and services by place, day and language, for aftercare plans.
 * Thin: a register of the house, nobody's record.
 */
@NullMarked
package org.daybridge.records.directory;

import org.jspecify.annotations.NullMarked;
