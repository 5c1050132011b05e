/**
 * The instrument registry and its scoring: what is asked, which answers count, how they become a
 * score, a band, flags and risk answers. An instrument is a data file; the engine here reads its
 * formulas. A missing answer stays missing: logic is three-valued, so "unknown" never turns into
 * "no".
 */
@NullMarked
package org.daybridge.outcomes.instrument;

import org.jspecify.annotations.NullMarked;
