/**
 * What a change means: reliable change by named methods, clinically significant change with its
 * cut-off, change since baseline, and the rules that say somebody is not on track. Every figure
 * names its method, its parameters and their source; without a baseline there is no change, not
 * zero.
 */
@NullMarked
package org.daybridge.outcomes.significance;

import org.jspecify.annotations.NullMarked;
