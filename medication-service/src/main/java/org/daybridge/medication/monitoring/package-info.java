/** What a treatment asks to be measured, when it is due, and what a result means. */
@NullMarked
package org.daybridge.medication.monitoring;

import org.jspecify.annotations.NullMarked;
