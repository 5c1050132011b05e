/** Queries as rows. */
@NullMarked
package org.daybridge.medication.pdmp.store;

import org.jspecify.annotations.NullMarked;
