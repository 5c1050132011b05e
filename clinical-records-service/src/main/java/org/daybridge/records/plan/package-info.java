/**
 * Treatment plans: problem, goal in the patient's words, objective, intervention; who has to sign
 * them; the clock of their reviews; and the interim plan of care that guides the first days.
 */
@NullMarked
package org.daybridge.records.plan;

import org.jspecify.annotations.NullMarked;
