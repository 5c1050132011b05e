/**
 * Risk: answers that a person must see. One open case per patient threads them, alarms the person
 * on duty, escalates while nobody acknowledges, and closes only with a disposition.
 */
@NullMarked
package org.daybridge.outcomes.risk;

import org.jspecify.annotations.NullMarked;
