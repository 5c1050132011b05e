/** What intake, scheduling and outcomes say about people and who may see them. */
@NullMarked
package org.daybridge.medication.patient.messaging;

import org.jspecify.annotations.NullMarked;
