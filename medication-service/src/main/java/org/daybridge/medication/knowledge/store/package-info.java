/** Reads the knowledge from the files that are shipped with the service. */
@NullMarked
package org.daybridge.medication.knowledge.store;

import org.jspecify.annotations.NullMarked;
