/** What a person was told about a medicine, and could say back. */
@NullMarked
package org.daybridge.medication.education;

import org.jspecify.annotations.NullMarked;
