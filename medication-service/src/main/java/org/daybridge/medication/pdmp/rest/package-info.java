/** Queries over HTTP. */
@NullMarked
package org.daybridge.medication.pdmp.rest;

import org.jspecify.annotations.NullMarked;
