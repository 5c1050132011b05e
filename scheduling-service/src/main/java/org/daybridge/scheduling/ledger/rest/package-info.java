/** The ledger over HTTP. */
@NullMarked
package org.daybridge.scheduling.ledger.rest;

import org.jspecify.annotations.NullMarked;
