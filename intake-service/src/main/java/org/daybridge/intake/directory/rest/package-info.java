/** The directory over REST: searched without a login, kept by the program. */
@NullMarked
package org.daybridge.intake.directory.rest;

import org.jspecify.annotations.NullMarked;
