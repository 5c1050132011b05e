/** Authorizations over REST. */
@NullMarked
package org.daybridge.intake.authorization.rest;

import org.jspecify.annotations.NullMarked;
