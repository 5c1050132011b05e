/** Care teams over HTTP. */
@NullMarked
package org.daybridge.intake.careteam.rest;

import org.jspecify.annotations.NullMarked;
