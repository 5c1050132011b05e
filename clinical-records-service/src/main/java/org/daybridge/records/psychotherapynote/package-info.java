/**
 * Notes that a therapist keeps apart from the record, about what was said in a session (45 CFR
 * 164.501; 42 CFR 2.11 for substance-use counselling). They exist for their author and nobody else:
 * no list, search, export, packet or break-glass shows them. Session times, modalities, results,
 * diagnosis, plan, symptoms and progress belong into the ordinary note, not here (P2-5).
 */
@NullMarked
package org.daybridge.records.psychotherapynote;

import org.jspecify.annotations.NullMarked;
