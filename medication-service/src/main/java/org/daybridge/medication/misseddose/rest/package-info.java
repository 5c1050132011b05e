/** Missed doses over HTTP. */
@NullMarked
package org.daybridge.medication.misseddose.rest;

import org.jspecify.annotations.NullMarked;
