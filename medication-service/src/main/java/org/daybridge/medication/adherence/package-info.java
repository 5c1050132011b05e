/** What becomes of the doses: reports, concerns and the share of days covered. */
@NullMarked
package org.daybridge.medication.adherence;

import org.jspecify.annotations.NullMarked;
