/** Reports and concerns as rows. */
@NullMarked
package org.daybridge.medication.adherence.store;

import org.jspecify.annotations.NullMarked;
