/** What the staff register says. */
@NullMarked
package org.daybridge.medication.prescriber.messaging;

import org.jspecify.annotations.NullMarked;
