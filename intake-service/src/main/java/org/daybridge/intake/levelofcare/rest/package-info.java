/** Level-of-care decisions over HTTP. */
@NullMarked
package org.daybridge.intake.levelofcare.rest;

import org.jspecify.annotations.NullMarked;
