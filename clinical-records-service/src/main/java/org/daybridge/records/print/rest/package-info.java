/** Sheets as PDF. */
@NullMarked
package org.daybridge.records.print.rest;

import org.jspecify.annotations.NullMarked;
