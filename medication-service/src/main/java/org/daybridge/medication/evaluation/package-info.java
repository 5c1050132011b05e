/** In-person evaluations: what the law asks to be recorded before prescribing by telehealth. */
@NullMarked
package org.daybridge.medication.evaluation;

import org.jspecify.annotations.NullMarked;
