/** Side effects over HTTP. */
@NullMarked
package org.daybridge.medication.sideeffect.rest;

import org.jspecify.annotations.NullMarked;
