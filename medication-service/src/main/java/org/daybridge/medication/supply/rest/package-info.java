/** The ledger of supply over HTTP. */
@NullMarked
package org.daybridge.medication.supply.rest;

import org.jspecify.annotations.NullMarked;
