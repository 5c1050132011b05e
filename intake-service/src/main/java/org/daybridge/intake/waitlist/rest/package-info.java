/** The waitlist over REST. */
@NullMarked
package org.daybridge.intake.waitlist.rest;

import org.jspecify.annotations.NullMarked;
