/** Results that were followed, as rows. */
@NullMarked
package org.daybridge.medication.monitoring.store;

import org.jspecify.annotations.NullMarked;
