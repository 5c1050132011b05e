/** What somebody has to do about a patient by a day, by hand or from a team meeting's decision. */
@NullMarked
package org.daybridge.records.task;

import org.jspecify.annotations.NullMarked;
