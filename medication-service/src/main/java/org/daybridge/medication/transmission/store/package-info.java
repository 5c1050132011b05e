/** Hand-overs and acknowledgements as rows. */
@NullMarked
package org.daybridge.medication.transmission.store;

import org.jspecify.annotations.NullMarked;
