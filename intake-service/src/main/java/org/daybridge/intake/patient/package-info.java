/**
 * The person: name, birth date, how to reach them. Found again when referred again; never merged by
 * a machine.
 */
@NullMarked
package org.daybridge.intake.patient;

import org.jspecify.annotations.NullMarked;
