/** Education as rows. */
@NullMarked
package org.daybridge.medication.education.store;

import org.jspecify.annotations.NullMarked;
