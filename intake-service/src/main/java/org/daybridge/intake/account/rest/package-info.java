/** Accounts over HTTP. */
@NullMarked
package org.daybridge.intake.account.rest;

import org.jspecify.annotations.NullMarked;
