/** Who am I, over HTTP. */
@NullMarked
package org.daybridge.intake.me.rest;

import org.jspecify.annotations.NullMarked;
