/** Programs over HTTP. */
@NullMarked
package org.daybridge.intake.program.rest;

import org.jspecify.annotations.NullMarked;
