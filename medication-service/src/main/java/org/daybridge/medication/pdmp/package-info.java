/** Queries of the state's prescription monitoring program, also those that failed. */
@NullMarked
package org.daybridge.medication.pdmp;

import org.jspecify.annotations.NullMarked;
