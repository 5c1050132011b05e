/**
 * Orders: placed by a prescriber after the safety check, titrated by superseding, held, stopped
 * with a reason.
 */
@NullMarked
package org.daybridge.medication.order;

import org.jspecify.annotations.NullMarked;
