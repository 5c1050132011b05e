/**
 * The aftercare plan: what carries the patient once the program ends. A planned discharge waits for
 * it; intake, medication and outcomes hear of it when it is signed.
 */
@NullMarked
package org.daybridge.records.aftercare;

import org.jspecify.annotations.NullMarked;
