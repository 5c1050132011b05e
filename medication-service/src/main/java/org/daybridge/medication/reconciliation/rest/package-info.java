/** The reconciliation over HTTP. */
@NullMarked
package org.daybridge.medication.reconciliation.rest;

import org.jspecify.annotations.NullMarked;
