/** Episodes over HTTP. */
@NullMarked
package org.daybridge.intake.episode.rest;

import org.jspecify.annotations.NullMarked;
