/** Hand-over and acknowledgement over HTTP. */
@NullMarked
package org.daybridge.medication.transmission.rest;

import org.jspecify.annotations.NullMarked;
